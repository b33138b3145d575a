import type { components } from '@siyu/api-client';
import { choiceParam } from '../../shared/query/params';

type Schemas = components['schemas'];
export type ValueEntry = Schemas['ValueEntryView'];
export type CustomerValue = Schemas['CustomerValue'];
export type ValueMonth = Schemas['ValueMonth'];
export type ValueLedger = 'growth' | 'value-score';

/** Which of the two ledgers, as it stands in the address; the bare address means growth value. */
export const ledgerFilter = { ledger: choiceParam(['value-score']) };
export const ledgerAsked = (chosen: string): ValueLedger => (chosen === 'value-score' ? 'value-score' : 'growth');

/** 1500 -> +1,500 and -30 -> −30 (a true minus, as wide as a plus). */
export function signedWhole(value: number, whole: (value: number) => string): string {
  if (value === 0) return whole(0);
  return `${value > 0 ? '+' : '−'}${whole(Math.abs(value))}`;
}

/** Where an entry came from, in the key of its words. What the house put right later says so. */
export function originOf({ source, reason, reversesKey }: Pick<ValueEntry, 'source' | 'reason' | 'reversesKey'>) {
  if (reversesKey !== null) return 'reversal';
  return source !== 'staff' && reason === 'correction' ? 'correction' : source;
}

/** What people wrote stays as it is; the house's own few words are said by the origin already. */
export function reasonOf({ source, reason }: Pick<ValueEntry, 'source' | 'reason'>): string {
  return source === 'staff' || source === 'import' ? reason : '';
}

/** Net cents of the order that an entry was computed from; null where no order was. */
export function netCentsOf({ breakdown }: Pick<ValueEntry, 'breakdown'>): number | null {
  const cents = (breakdown as { netCents?: unknown } | null)?.netCents;
  return typeof cents === 'number' ? cents : null;
}

/** A correction of a correction is made by hand; everything else can be taken back. */
export function mayReverse({ amount, reversesKey }: Pick<ValueEntry, 'amount' | 'reversesKey'>): boolean {
  return reversesKey === null && amount !== 0;
}

export interface MonthBar {
  month: string;
  amount: number;
  /** Of the largest month, 0 to 1. */
  share: number;
}

/** Months as bars: the largest fills the height, one below zero shows as a warning. */
export function monthBars(months: readonly ValueMonth[]): MonthBar[] {
  const most = Math.max(1, ...months.map(({ amount }) => Math.abs(amount)));
  return months.map(({ month, amount }) => ({ month, amount, share: Math.abs(amount) / most }));
}

/** What people type as an amount: '-1,200' -> -1200; full-width digits count as typed; null when it is no whole number or nothing. */
export function readAmount(typed: string): number | null {
  const plain = typed.normalize('NFKC').replaceAll(/[\s,]/g, '').replace('−', '-');
  if (!/^[+-]?\d{1,10}$/.test(plain)) return null;
  const amount = Number(plain);
  return amount !== 0 && Math.abs(amount) <= 1_000_000_000 ? amount : null;
}
