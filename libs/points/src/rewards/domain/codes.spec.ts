import { describe, expect, it } from '@jest/globals';
import { maskAddress } from './addresses';
import { MAX_CODES, maskCode, readCodes } from './codes';

describe('a file of codes', () => {
  it('is lines, or a CSV whose first column counts', () => {
    expect(readCodes('A-1\nA-2\r\nA-3\rA-4')).toEqual({ codes: ['A-1', 'A-2', 'A-3', 'A-4'], repeated: 0 });
    expect(readCodes('\uFEFF券码,批次\nA-1,7\n"A-2",7\nA-3;7\nA-4\t7\n\n  A-1  \n')).toEqual({
      codes: ['A-1', 'A-2', 'A-3', 'A-4'],
      repeated: 1,
    });
    expect(readCodes(`"A""1",7`).codes).toEqual([`A"1`]);
  });

  it('has a heading only in its first line', () => {
    expect(readCodes('A-1\ncode').codes).toEqual(['A-1', 'code']);
  });

  it('is refused as a whole for a line that is no code, one too many, or none at all', () => {
    expect(() => readCodes('A-1\nzero\u200Bwidth')).toThrow('points.codes-invalid');
    expect(() => readCodes('\n\n')).toThrow('points.codes-missing');
    const many = Array.from({ length: MAX_CODES }, (_, n) => n).join('\n');
    expect(readCodes(many).codes).toHaveLength(MAX_CODES);
    expect(() => readCodes(`${many}\nx`)).toThrow('points.codes-too-many');
  });
});

describe('what is covered', () => {
  it('shows of a code at most its last third, of a short one nothing', () => {
    expect(['ABCDEFGHIJKL', 'ABCDEFGH', 'ABC', ''].map(maskCode)).toEqual(['****IJKL', '****GH', '****', '****']);
  });

  it('shows of an address the region, and enough of name and phone to recognise', () => {
    const address = { name: '欧阳明', phone: '13800138000', region: '上海市', detail: '1 号' };
    expect(maskAddress(address)).toEqual({ name: '欧**', phone: '138****8000', region: '上海市', detail: '****' });
    expect(maskAddress({ ...address, phone: '12345' }).phone).toBe('****45');
  });
});
