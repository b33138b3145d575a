import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EncodingProbe, TextReader, type Encoding } from './text';

const bytes = (...values: number[]) => Uint8Array.from(values);
/** 张三,订单 */
const GB18030 = bytes(0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0xb6, 0xa9, 0xb5, 0xa5);

function probe(...pieces: Uint8Array[]): Encoding {
  const probe = new EncodingProbe();
  for (const piece of pieces) probe.push(piece);
  return probe.finish();
}

function decode(encoding: Encoding, ...pieces: Uint8Array[]): string {
  const reader = new TextReader(encoding);
  return pieces.map((piece) => reader.push(piece)).join('') + reader.end();
}

describe('the encoding of a file', () => {
  it('is UTF-8 when all of it is UTF-8, also where a letter is cut in two', () => {
    const text = new TextEncoder().encode('张三,订单');
    expect(probe(text.slice(0, 2), text.slice(2))).toBe('utf-8');
  });

  it('is GB18030 when it is no UTF-8, also where a letter is cut in two', () => {
    expect(probe(GB18030.slice(0, 3), GB18030.slice(3))).toBe('gb18030');
    expect(decode('gb18030', GB18030.slice(0, 3), GB18030.slice(3))).toBe('张三,订单');
  });

  it('is GB18030 when its first Chinese letter comes after a megabyte of plain letters', () => {
    expect(probe(new Uint8Array(1_100_000).fill(0x61), GB18030)).toBe('gb18030');
  });

  it('is what the byte order mark says, and the mark is no part of the text', () => {
    const marked = bytes(0xef, 0xbb, 0xbf, 0x61);
    expect(probe(marked)).toBe('utf-8');
    expect(decode('utf-8', marked)).toBe('a');
    const wide = bytes(0xff, 0xfe, 0x20, 0x5f, 0x2c, 0x00);
    expect(probe(wide)).toBe('utf-16le');
    expect(decode('utf-16le', wide)).toBe('张,');
  });

  it('is not guessed when it is neither', () => {
    expect(() => probe(bytes(0x63, 0x61, 0x66, 0xe9, 0x0a))).toThrow('neither UTF-8 nor GB18030');
    expect(decode('windows-1252', bytes(0x63, 0x61, 0x66, 0xe9))).toBe('café');
  });

  it('is refused for archives, spreadsheets and other binary files', () => {
    expect(() => probe(bytes(0x50, 0x4b, 0x03, 0x04, 0x00))).toThrow('a spreadsheet or an archive');
    expect(() => probe(bytes(0x7f, 0x45, 0x4c, 0x46, 0x00))).toThrow('a binary file');
  });

  it('that was named wrongly is an error, not question marks', () => {
    expect(() => decode('utf-8', GB18030)).toThrow('not written in utf-8');
  });

  it('gives the same text wherever the pieces are cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '张', '𠀀', 'é') }), fc.nat({ max: 40 }), (text, at) => {
        const whole = new TextEncoder().encode(text);
        expect(decode('utf-8', whole.slice(0, at), whole.slice(at))).toBe(text);
      }),
    );
  });

  it('of old Macs has returns for line ends', () => {
    expect(decode('utf-8', new TextEncoder().encode('a,b\r1,2\r'))).toBe('a,b\n1,2\n');
    expect(decode('utf-8', new TextEncoder().encode('a,b\r\n1,2\r\n'))).toBe('a,b\r\n1,2\r\n');
  });
});
