import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nameParts, planSearch } from './search';

describe('the parts of a name', () => {
  it.each([
    ['王小明', ['王', '王小', '小明']],
    ['王伟', ['王', '王伟']],
    ['欧阳', ['欧', '欧阳']],
    ['Zhang Wei', ['z', 'zh', 'ha', 'an', 'ng', 'w', 'we', 'ei']],
    ['阿阿阿', ['阿', '阿阿']],
    ['𠮷田', ['𠮷', '𠮷田']],
    ['X', ['x']],
    ['', []],
  ])('of %s', (name, parts) => {
    expect(nameParts(name)).toEqual(parts);
  });
});

describe('what a query looks for', () => {
  it('finds two letters of a name by one part, which proves the match', () => {
    expect(planSearch('小明')).toMatchObject({ parts: ['小明'], contains: null });
  });

  it('compares longer texts with the name once more', () => {
    expect(planSearch('王小明')).toMatchObject({ parts: ['王小', '小明'], contains: '王小明' });
    expect(planSearch('Wei Z')).toMatchObject({ parts: ['we', 'ei'], contains: 'wei z' });
  });

  it('takes a single letter for the beginning of a word', () => {
    expect(planSearch('王')).toMatchObject({ parts: ['王'], contains: null });
    expect(planSearch('W')).toMatchObject({ parts: ['w'], contains: null });
  });

  it('asks for a handful of parts at most, from the first to the last', () => {
    expect(planSearch('christopher')!.parts).toEqual(['ch', 'is', 'op', 'er']);
  });

  it.each(['13800138000', '138 0013 8000', '+86 138-0013-8000', '１３８００１３８０００'])(
    'reads the phone %s in any spelling',
    (typed) => {
      expect(planSearch(typed)!.values).toContain('+8613800138000');
    },
  );

  it('takes four digits for the end of a phone, or for a whole identity', () => {
    expect(planSearch('8000')).toMatchObject({ lastDigits: '8000', values: ['8000'] });
    expect(planSearch('80001')!.lastDigits).toBeNull();
  });

  it('compares an identity as typed, in lower and in upper case', () => {
    expect(planSearch(' m00Ab ')!.values).toEqual(['m00Ab', 'm00ab', 'M00AB']);
    expect(planSearch('Anna@Example.com')).toMatchObject({
      values: expect.arrayContaining(['anna@example.com']),
      mailbox: null,
    });
    expect(planSearch('Anna')!.mailbox).toBe('anna');
  });

  it('looks for nothing when there is nothing but space', () => {
    expect(planSearch(' \u3000\t')).toBeNull();
  });

  it('asks for parts that every name with the text has', () => {
    const letter = fc.constantFrom('王', '小', '明', '李', 'a', 'b', 'Z', ' ');
    const word = fc.array(letter, { minLength: 2, maxLength: 8 }).map((letters) => letters.join('').trim());
    fc.assert(
      fc.property(word, word, word, (before, text, after) => {
        const plan = planSearch(text);
        if (!plan || text.replaceAll(' ', '').length < 2 || plan.parts[0]!.length < 2) return;
        const parts = nameParts(`${before}${text.replace(/ +/g, ' ')}${after}`);
        expect(parts).toEqual(expect.arrayContaining(plan.parts));
      }),
    );
  });
});
