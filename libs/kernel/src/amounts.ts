import { DomainError } from './errors';

/** The largest amount that a JavaScript number carries exactly, in cents (about 90 trillion units of a currency). */
export const MAX_CENTS = Number.MAX_SAFE_INTEGER;

const DECIMAL = /^([+-]?)(\d{1,15})(?:\.(\d{1,9}))?$/;

/**
 * Reads a decimal amount (`"12.5"`, `"-3"`, `"0.001"`) as whole 1/10^`scale` units without ever passing through binary
 * floating point. Digits beyond the scale are rounded half away from zero, the rule of commercial rounding.
 *
 * @returns the units, or null when the text is no plain decimal number or too large to be exact
 */
export function parseDecimal(text: string, scale: number): number | null {
  const match = DECIMAL.exec(text.trim());
  if (!match) return null;
  const [, sign, whole, fraction = ''] = match;
  const padded = fraction.padEnd(scale + 1, '0');
  let units = BigInt(whole! + padded.slice(0, scale));
  if (padded.charCodeAt(scale) >= 53) units += 1n;
  if (units > BigInt(MAX_CENTS)) return null;
  return sign === '-' ? -Number(units) || 0 : Number(units);
}

/** Asserts that a sum stayed within exact whole numbers. @throws DomainError `amount.too-large` (invalid) */
export function exact(amount: number): number {
  if (!Number.isSafeInteger(amount)) {
    throw new DomainError('amount.too-large', 'invalid', 'The amount is too large to be kept exactly.');
  }
  return amount;
}
