import { rewardsErrors } from './errors';

/**
 * Codes to hand out, as a shop's system writes them: one per line, or the first column of a CSV. A first line that says `code`
 * is a heading. Example: `code,batch\r\nSUMMER-1,7\r\nSUMMER-1,7\r\nSUMMER-2,7` has two codes, one of them twice.
 */
export const MAX_CODES = 100_000;
export const MAX_CODE_LENGTH = 100;

const CODE = /^[^\s\p{C}]+$/u;
const HEADINGS = new Set(['code', 'codes', '券码', '兑换码']);
const MAX_FAULTS = 50;

export interface CodesRead {
  codes: string[];
  /** Lines that repeated a code of the same text. */
  repeated: number;
}

/**
 * All codes or none: a file with a line that can't be a code is refused, and the answer names the lines.
 *
 * @throws DomainError `points.codes-invalid` (invalid), `points.codes-too-many` (too-large)
 */
export function readCodes(text: string): CodesRead {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const codes = new Set<string>();
  const faulty: number[] = [];
  let filled = 0;
  for (const [index, line] of lines.entries()) {
    const code = firstCell(line);
    if (code === '' || (filled === 0 && HEADINGS.has(code.toLowerCase()))) continue;
    filled += 1;
    if (filled > MAX_CODES) throw rewardsErrors.codesTooMany(MAX_CODES);
    if (code.length > MAX_CODE_LENGTH || !CODE.test(code)) faulty.push(index + 1);
    else codes.add(code);
  }
  if (faulty.length > 0) throw rewardsErrors.codesInvalid(faulty.slice(0, MAX_FAULTS), faulty.length);
  if (codes.size === 0) throw rewardsErrors.codesMissing();
  return { codes: [...codes], repeated: filled - codes.size };
}

function firstCell(line: string): string {
  const trimmed = line.trim();
  const quoted = /^"((?:[^"]|"")*)"/.exec(trimmed);
  if (quoted) return quoted[1]!.replaceAll('""', '"').trim();
  return trimmed.split(/[,;\t]/)[0]!.trim();
}

/** A code as lists show it: enough to find it in the file it came from, too little to use. */
export function maskCode(code: string): string {
  const letters = [...code];
  const shown = letters.length >= 12 ? 4 : letters.length >= 8 ? 2 : 0;
  return `****${shown > 0 ? letters.slice(-shown).join('') : ''}`;
}
