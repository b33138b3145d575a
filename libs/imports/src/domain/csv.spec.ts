import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { CsvReader, MAX_RECORD_CHARS } from './csv';

/** Reads a text in pieces of `size` characters. */
function read(text: string, delimiter = ',', size = text.length || 1) {
  const reader = new CsvReader(delimiter);
  const records = [];
  for (let at = 0; at < text.length; at += size) records.push(...reader.push(text.slice(at, at + size)));
  return [...records, ...reader.end()];
}

const cellsOf = (text: string, delimiter?: string) => read(text, delimiter).map(({ cells }) => cells);

describe('reading CSV', () => {
  it('takes quotes, doubled quotes, delimiters and line breaks within quotes', () => {
    expect(cellsOf('a,b,c\n"x, y","say ""hi""","two\nlines"\r\n"",,""')).toEqual([
      ['a', 'b', 'c'],
      ['x, y', 'say "hi"', 'two\nlines'],
      ['', '', ''],
    ]);
  });

  it('takes a quote inside an unquoted cell as a plain character', () => {
    expect(cellsOf('item,size\nplate,5" wide\n')).toEqual([
      ['item', 'size'],
      ['plate', '5" wide'],
    ]);
  });

  it('counts rows as a spreadsheet does: blank lines count, a cell of two lines is one row', () => {
    expect(read('a,b\n\n"1\n2",x\n3,y\n').map(({ row, cells }) => [row, cells.at(-1)])).toEqual([
      [1, 'b'],
      [3, 'x'],
      [4, 'y'],
    ]);
  });

  it('marks rows with cells too many or too few, but not empty cells behind the last column', () => {
    expect(read('a,b\n1\n1,2,3\n1,2,,\n').map(({ fault }) => fault)).toEqual([null, 'ragged', 'ragged', null]);
  });

  it('loses only the line on which a quote was opened and never closed', () => {
    const records = read('a,b\n1,"open\n2,x\n3,"y"\n4,z\n');
    expect(records.map(({ row, fault }) => [row, fault])).toEqual([
      [1, null],
      [2, 'broken-quotes'],
      [3, null],
      [4, null],
      [5, null],
    ]);
    expect(records[3]!.cells).toEqual(['3', 'y']);
  });

  it('loses only the line of a stray quote when a later line makes it look closed', () => {
    const records = read('a,b\n1,"open\n2,x",y\n3,z\n');
    expect(records.map(({ row, cells, fault }) => [row, fault ?? cells])).toEqual([
      [1, ['a', 'b']],
      [2, 'broken-quotes'],
      [3, 'ragged'],
      [4, ['3', 'z']],
    ]);
  });

  it('loses only the line with text behind a closing quote', () => {
    expect(read('a,b\n"1"x,2\n3,4\n').map(({ fault }) => fault)).toEqual([null, 'broken-quotes', null]);
  });

  it('goes on behind an open quote in a file that is larger than any cell may be', () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `${index},some text`);
    const records = read(`a,b\n"open,1\n${lines.join('\n')}\n`, ',', 50_000);
    expect(records).toHaveLength(20_002);
    expect(records.filter(({ fault }) => fault)).toMatchObject([{ row: 2, fault: 'broken-quotes' }]);
  });

  it('refuses a file without line ends instead of keeping all of it in memory', () => {
    const reader = new CsvReader(',');
    expect(() => {
      for (let piece = 0; piece < 12; piece += 1) reader.push('x'.repeat(MAX_RECORD_CHARS));
    }).toThrow('Row 1 is too long');
  });

  it('gives the same records wherever the pieces are cut', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', '张') });
    const line = fc.array(cell, { minLength: 2, maxLength: 3 }).map((cells) => cells.join(','));
    fc.assert(
      fc.property(fc.array(line), fc.integer({ min: 1, max: 9 }), (lines, size) => {
        const text = `a,b\n${lines.join('\n')}`;
        expect(read(text, ',', size)).toEqual(read(text));
      }),
    );
  });

  it('reads every well-formed table as csv-parse does', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'b', '"', ';', '\n', '\r\n', ' ', '张', '=') });
    const quoted = (text: string) => (/["\n\r;]/.test(text) || text === '' ? `"${text.replaceAll('"', '""')}"` : text);
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), (rows, newline) => {
        const text = rows.map((cells) => cells.map(quoted).join(';') + newline).join('');
        expect(read(text, ';').map(({ cells }) => cells)).toEqual(parse(text, { delimiter: ';' }));
      }),
    );
  });

  it('never loses a line: every line of a broken file is in some record', () => {
    const line = fc.string({ unit: fc.constantFrom('x', '"', ',') });
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const numbered = lines.map((text, index) => `#${index}#,${text}`);
        const found = read(`a,b\n${numbered.join('\n')}\n`)
          .flatMap(({ cells }) => cells)
          .join(' ');
        for (const index of lines.keys()) expect(found).toContain(`#${index}#`);
      }),
    );
  });
});
