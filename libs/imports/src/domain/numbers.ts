import { parseDecimal } from '@siyu/kernel';

/**
 * Numbers as people type them into tables. A currency sign, spaces and thousands separators in their right places are
 * passed over; anything else that is no plain number is refused rather than guessed at.
 *
 * Worked example: with the decimal mark `.`, `¥1,234.50` is 12,345,000 ten-thousandths and `1,23` is no number; with the
 * decimal mark `,` it is the other way round: `1.234,50` and `1,23` are numbers.
 */
export type DecimalMark = '.' | ',';

/** Amounts are kept in 1/10,000 of the currency's unit until they are summed up, so that unit prices may have mills. */
export const AMOUNT_SCALE = 4;
export const AMOUNT_UNITS_PER_CENT = 100;

const PLAIN = /^[+-]?\d{1,15}(\.\d{1,4})?$/;
const DECORATION = /^([+-]?)\s*(?:[¥￥$€£]|CNY|RMB|USD|EUR|GBP)?\s*([+-]?)(.*?)\s*元?$/;
const GROUPED = { '.': /^\d{1,3}(,\d{3})+(\.\d+)?$/, ',': /^\d{1,3}(\.\d{3})+(,\d+)?$/ };
const TRAILING_ZEROS = /(\.\d*?)0+$/;

export type NumberFault = 'not-a-number' | 'too-many-decimals' | 'not-whole';

/** @returns units of 1/10,000, exactly, or what is wrong with the text */
export function readAmount(text: string, mark: DecimalMark): number | NumberFault {
  const plain = PLAIN.test(text) && mark === '.' ? text : undecorated(text, mark);
  if (plain === null) return 'not-a-number';
  const decimals = plain.length - 1 - plain.indexOf('.');
  if (
    plain.includes('.') &&
    decimals > AMOUNT_SCALE &&
    plain.replace(TRAILING_ZEROS, '$1').split('.')[1]!.length > AMOUNT_SCALE
  ) {
    return 'too-many-decimals';
  }
  return parseDecimal(plain, AMOUNT_SCALE) ?? 'not-a-number';
}

/** @returns a whole number (`12`, `12.0`, `1,200`), or what is wrong with the text */
export function readWhole(text: string, mark: DecimalMark): number | NumberFault {
  const units = readAmount(text, mark);
  if (typeof units === 'string') return units === 'too-many-decimals' ? 'not-whole' : units;
  return units % 10 ** AMOUNT_SCALE === 0 ? units / 10 ** AMOUNT_SCALE : 'not-whole';
}

/** The text as sign, digits and a decimal point; null when it is no number. */
function undecorated(text: string, mark: DecimalMark): string | null {
  const [, outer, inner, digits] = DECORATION.exec(text) ?? [];
  if (digits === undefined || (outer && inner)) return null;
  const separator = mark === '.' ? ',' : '.';
  const ungrouped = GROUPED[mark].test(digits) ? digits.replaceAll(separator, '') : digits;
  const plain = mark === '.' ? ungrouped : ungrouped.includes('.') ? 'x' : ungrouped.replace(',', '.');
  return /^\d+(\.\d+)?$/.test(plain) ? `${outer}${inner}${plain}` : null;
}
