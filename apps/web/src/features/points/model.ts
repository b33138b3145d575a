import type { components } from '@siyu/api-client';
import { dayOfInstant } from '../../shared/format/wall-clock';

export type Balance = components['schemas']['PointsBalance'];
export type Entry = components['schemas']['LedgerEntry'];
export type EntryKind = Entry['kind'];
export type EntryDetails = components['schemas']['EntryDetails'];
export type Lot = components['schemas']['PointsLot'];
export type Hold = components['schemas']['PointsHold'];

export const pointsPermissions = {
  read: 'points.read',
  write: 'points.write',
  adjust: 'points.adjust',
  approve: 'points.approve',
  manage: 'points.manage',
  readCustomers: 'customers.read',
} as const;

/** Kinds as people ask for them; each family is one filter of the statement. */
export const FAMILIES = {
  earned: ['earn', 'mature'],
  spent: ['spend', 'capture'],
  held: ['hold', 'release'],
  taken: ['take-back', 'give-back'],
  adjusted: ['adjust'],
  expired: ['expire'],
  moved: ['transfer'],
} as const satisfies Record<string, readonly EntryKind[]>;
export type Family = keyof typeof FAMILIES;

/** ['earned', 'expired'] -> 'earn,mature,expire'; undefined for all. */
export function kindsOf(families: readonly Family[]): string | undefined {
  return families.flatMap((family) => FAMILIES[family]).join(',') || undefined;
}

/** What one line of the statement says it moved. */
export interface Movement {
  points: number;
  /** `balance`: it changed the balance; else it moved points that are not (yet, or still) free. */
  of: 'balance' | 'pending' | 'held';
}

/** A pending award changes no balance yet, a hold none at all: the line tells what it did move. */
export function movementOf({ points, pendingPoints, heldPoints }: Entry): Movement {
  if (points !== 0) return { points, of: 'balance' };
  if (pendingPoints !== 0) return { points: pendingPoints, of: 'pending' };
  return heldPoints === 0 ? { points: 0, of: 'balance' } : { points: heldPoints, of: 'held' };
}

/** 1500 -> +1,500 and -30 -> −30 (a true minus, as wide as a plus). */
export function signed(points: number, locale: string): string {
  const size = new Intl.NumberFormat(locale).format(Math.abs(points));
  if (points === 0) return size;
  return points > 0 ? `+${size}` : `−${size}`;
}

/** The last moment at which points that end at `iso` count: one that ends as a day begins ends with the day before. */
export function lastMoment(iso: string): string {
  return new Date(new Date(iso).getTime() - 1).toISOString();
}

export interface MonthOfExpiry {
  /** '2027-03', or null for points that never end by the calendar. */
  month: string | null;
  points: number;
  /** Of the fullest month, for the bar. */
  share: number;
}

/** What ends in which month, the soonest first and never-ending points last; pending awards are not there yet. */
export function expiryByMonth(lots: readonly Lot[], timeZone: string): MonthOfExpiry[] {
  const sums = new Map<string | null, number>();
  for (const { remaining, pending, expiresAt } of lots) {
    if (pending || remaining === 0) continue;
    const month = expiresAt === null ? null : dayOfInstant(lastMoment(expiresAt), timeZone).slice(0, 7);
    sums.set(month, (sums.get(month) ?? 0) + remaining);
  }
  const most = Math.max(1, ...sums.values());
  return [...sums]
    .sort(([one], [other]) => (one ?? '9999').localeCompare(other ?? '9999'))
    .map(([month, points]) => ({ month, points, share: points / most }));
}

/** What a hold still reserves. */
export function leftOf({ points, captured, released }: Hold): number {
  return points - captured - released;
}

export interface TakenBack {
  /** What the entry moved at first. */
  whole: number;
  gone: number;
  left: number;
}

/** How much of an entry was taken back before, and how much still can be. */
export function takenBack({ entry, reversals, reversible }: EntryDetails): TakenBack {
  const gone = reversals.reduce((sum, { reversedPoints }) => sum + (reversedPoints ?? 0), 0);
  return { whole: Math.abs(movementOf(entry).points), gone, left: reversible };
}
