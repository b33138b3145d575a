import { DomainError } from '@siyu/kernel';

/**
 * CSV as shops really write it (RFC 4180 and what Excel, ERP exports and hand edits make of it).
 *
 * A reader takes text piece by piece and gives records. One bad line never costs its neighbours: a quote that is never
 * closed, or closed in the middle of a cell, spoils the line on which it was opened, and reading goes on with the next
 * line. (General CSV parsers read on to the next quote or to the end of the file and lose what lies between; since an
 * import must never take half an order, we have to know every line.)
 *
 * Worked example, three columns: `a,"b,1",c` is one record of the cells `a`, `b,1` and `c`; `a,"b,c⏎d,e,f` is a record
 * with the fault `broken-quotes` and then the good record `d`, `e`, `f`.
 */
export interface CsvRecord {
  /** Row number as a spreadsheet shows it: the header is 1, blank lines count, a cell with line breaks is one row. */
  row: number;
  cells: string[];
  /** `ragged`: more or fewer cells than the header. `broken-quotes`: the cells are the line, split without regard to quotes. */
  fault: 'ragged' | 'broken-quotes' | null;
}

/** A quoted cell, and a line, beyond this many characters is taken for the work of a stray quote or for no table at all. */
export const MAX_RECORD_CHARS = 100_000;

/** Reads records; the first one, the header, decides how many cells the others must have. */
export class CsvReader {
  private text = '';
  private at = 0;
  private row = 0;
  private width = 0;
  private count = 0;
  private isLast = false;

  constructor(private readonly delimiter: string) {}

  /** Records so far, the header among them, without blank lines. */
  get recordCount(): number {
    return this.count;
  }

  /** The records that are complete with this piece of text. */
  push(piece: string): CsvRecord[] {
    this.text = this.text.slice(this.at) + piece;
    this.at = 0;
    const records: CsvRecord[] = [];
    for (let record = this.next(); record !== 'more'; record = this.next()) if (record) records.push(record);
    return records;
  }

  /** The records that the end of the text completes. */
  end(): CsvRecord[] {
    this.isLast = true;
    return this.push('');
  }

  /** The next record; null for a blank line; `more` when the text at hand does not hold a whole one. */
  private next(): CsvRecord | null | 'more' {
    const start = this.at;
    if (start >= this.text.length) return 'more';
    const newline = this.text.indexOf('\n', start);
    if (newline < 0 && !this.isLast) return this.more(start);
    const lineEnd = newline < 0 ? this.text.length : newline;
    const line = this.text.slice(start, this.text[lineEnd - 1] === '\r' && lineEnd > start ? lineEnd - 1 : lineEnd);
    const quoted = line.includes('"') ? this.quoted(start) : null;
    if (quoted === 'more') return 'more';
    const spansLines = quoted !== null && quoted !== 'broken' && quoted.next > lineEnd + 1;
    const isBroken = quoted === 'broken' || (spansLines && this.width > 0 && !this.fits(quoted.cells));
    this.at = quoted && quoted !== 'broken' && !isBroken ? quoted.next : lineEnd + 1;
    this.row += 1;
    if (line === '') return null;
    this.count += 1;
    if (isBroken) return { row: this.row, cells: line.split(this.delimiter), fault: 'broken-quotes' };
    return this.checked(quoted ? (quoted as { cells: string[] }).cells : line.split(this.delimiter));
  }

  /** @throws DomainError `imports.line-too-long` when more text would not help: this is no table */
  private more(from: number): 'more' {
    if (this.text.length - from <= 10 * MAX_RECORD_CHARS) return 'more';
    throw new DomainError('imports.line-too-long', 'refused', `Row ${this.row + 1} is too long for a row of a table.`);
  }

  private checked(cells: string[]): CsvRecord {
    if (this.width === 0) this.width = cells.length;
    // Empty cells behind the last column are a habit of spreadsheets, not a fault.
    while (cells.length > this.width && cells[cells.length - 1]!.trim() === '') cells.pop();
    return { row: this.row, cells, fault: cells.length === this.width ? null : 'ragged' };
  }

  private fits(cells: string[]): boolean {
    return cells.length === this.width;
  }

  /** Reads a record that has a quote in its first line. */
  private quoted(start: number): { cells: string[]; next: number } | 'more' | 'broken' {
    const { text, delimiter } = this;
    const cells: string[] = [];
    for (let at = start; ; at += 1) {
      const cell = text[at] === '"' ? this.quotedCell(at, start) : this.bareCell(at);
      if (typeof cell === 'string') return cell;
      cells.push(cell.value);
      at = cell.end;
      if (text[at] === delimiter) continue;
      if (at >= text.length) return this.isLast ? { cells, next: at } : 'more';
      if (text[at] === '\n') return { cells, next: at + 1 };
      if (text[at] === '\r' && at + 1 >= text.length && !this.isLast) return 'more';
      if (text[at] === '\r' && (text[at + 1] === '\n' || at + 1 >= text.length)) return { cells, next: at + 2 };
      return 'broken';
    }
  }

  private quotedCell(open: number, start: number): { value: string; end: number } | 'more' | 'broken' {
    const { text } = this;
    let value = '';
    for (let from = open + 1; ;) {
      const close = text.indexOf('"', from);
      if (close < 0 || close - start > MAX_RECORD_CHARS) {
        return this.isLast || text.length - start > MAX_RECORD_CHARS ? 'broken' : 'more';
      }
      if (close + 1 >= text.length && !this.isLast) return 'more';
      value += text.slice(from, close);
      if (text[close + 1] !== '"') return { value, end: close + 1 };
      value += '"';
      from = close + 2;
    }
  }

  /** A cell that does not begin with a quote; quotes inside it are plain characters (`5" plate`). */
  private bareCell(at: number): { value: string; end: number } | 'more' {
    const newline = this.text.indexOf('\n', at);
    const lineEnd = newline < 0 ? this.text.length : newline;
    if (newline < 0 && !this.isLast) return this.more(at);
    const delimiter = this.text.indexOf(this.delimiter, at);
    if (delimiter >= 0 && delimiter < lineEnd) return { value: this.text.slice(at, delimiter), end: delimiter };
    const end = lineEnd > at && this.text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
    return { value: this.text.slice(at, end), end };
  }
}
