import type { Measure } from './model';

/*
 * Thresholds of spend are cents; people read and type yuan. Everything else is counted in ones.
 *
 * Example: '1,234.5' of spend is 123450, and 123450 is written '1,234.50'; 100000 is written '1,000'.
 */
export type Decimals = 0 | 2;

export function decimalsOf(measure: Measure): Decimals {
  return measure === 'spend' ? 2 : 0;
}

/** What was typed, in its smallest unit; null for what is no such number. Digits of a Chinese keyboard count too. */
export function readAmount(text: string, decimals: Decimals): number | null {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '');
  const match = /^(\d{1,13})(?:\.(\d*))?$/.exec(plain);
  if (!match) return null;
  const [, whole, fraction = ''] = match;
  if (/[1-9]/.test(fraction.slice(decimals))) return null;
  return Number(whole + fraction.slice(0, decimals).padEnd(decimals, '0'));
}

export function writeAmount(value: number | null, decimals: Decimals): string {
  if (value === null) return '';
  const unit = 10 ** decimals;
  const whole = new Intl.NumberFormat('en').format(Math.floor(value / unit));
  return value % unit === 0 ? whole : `${whole}.${String(value % unit).padStart(decimals, '0')}`;
}

/** Between measures of another unit an amount keeps its look: 1,000 yuan become 1,000 growth, not 100,000. */
export function convertAmount(value: number, from: Measure, to: Measure): number {
  const units = Math.max(1, Math.round(value / 10 ** decimalsOf(from)));
  return units * 10 ** decimalsOf(to);
}
