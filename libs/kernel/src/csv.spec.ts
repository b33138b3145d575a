import { describe, expect, it } from '@jest/globals';
import { csvLine } from './csv';

describe('lines of a CSV', () => {
  it('quotes cells with commas, quotes and line breaks', () => {
    expect(csvLine(['王小明', 'a,b', 'say "hi"', 'two\nlines', -5])).toBe(
      '王小明,"a,b","say ""hi""","two\nlines",-5\r\n',
    );
  });

  it.each(['=1+1', '+cmd', '-cmd', '@SUM(A1)', '\t=1', '\r=1', '＝1'])('makes the formula %j plain text', (cell) => {
    expect(csvLine([cell]).replace(/^"/, '')).toMatch(/^'/);
  });

  it.each(['-5', '+8613800138000', '0.5', '-1,5'])('leaves the number %s alone', (cell) => {
    expect(csvLine([cell]).replaceAll('"', '')).toBe(`${cell}\r\n`);
  });
});
