/*
 * Lines of a CSV (RFC 4180) that people open in a spreadsheet. A cell that a spreadsheet would run as a formula, since it
 * begins with `=`, `+`, `-`, `@`, a tab or a return, gets an apostrophe in front, unless it is a plain number:
 * `=cmd|' /C calc'!A0` becomes text, `-5` and `+8613800138000` stay what they are. (OWASP, "CSV Injection".)
 */
const DANGEROUS = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
const NUMBER = /^[+-]?\d+([.,]\d+)?$/;
const NEEDS_QUOTES = /[",\r\n]/;

/** One line of a CSV, with its line end. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const safe = DANGEROUS.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
