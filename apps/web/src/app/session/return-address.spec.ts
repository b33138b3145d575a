import { describe, expect, it } from '@jest/globals';
import { returnAddress } from './return-address';

describe('the way back after signing in', () => {
  it('leads to the page that was asked for', () => {
    expect(returnAddress('/customers?q=lin')).toBe('/customers?q=lin');
  });

  it.each([
    [undefined],
    [null],
    [['/staff', '/x']],
    ['https://evil.example'],
    ['//evil.example'],
    ['/\\evil.example'],
    [''],
  ])('never leads to %s', (asked) => {
    expect(returnAddress(asked)).toBe('/');
  });
});
