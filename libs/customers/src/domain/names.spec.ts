import { describe, expect, it } from '@jest/globals';
import { cleanName, MAX_NAME_LENGTH } from './names';

describe('a display name', () => {
  it.each([
    ['  王 \t小明\u0000 ', '王 小明'],
    ['王\u3000小明', '王 小明'],
    ['Zoe\u0308', 'Zoë'],
    ['\u0000\n', ''],
    ['a\ud800b', 'a\ufffdb'],
  ])('is kept as one line (%j)', (typed, kept) => {
    expect(cleanName(typed)).toBe(kept);
  });

  it('is cut at its longest length without halving a letter', () => {
    const kept = cleanName('x' + '𠮷'.repeat(150));
    expect(kept.length).toBeLessThanOrEqual(MAX_NAME_LENGTH);
    expect(kept.isWellFormed()).toBe(true);
  });
});
