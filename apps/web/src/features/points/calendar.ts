import type { components } from '@siyu/api-client';
import type { Param } from '../../shared/query/params';

export type Liability = components['schemas']['PointsLiability'];
export type ExpiryDay = components['schemas']['ExpiryDay'];

/** A month in the address, '2027-03'; '' for the current one. */
export function monthParam(): Param<string> {
  const isMonth = (raw: string | undefined) => /^\d{4}-(0[1-9]|1[0-2])$/.test(raw ?? '');
  return { parse: (raw) => (isMonth(raw) ? raw! : ''), format: (value) => value || undefined };
}

/** ('2026-12', 1) -> '2027-01' */
export function monthsOn(month: string, months: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

/** The first and the last day of a month; never a day before `today`, which has nothing left to end. */
export function daysOf(month: string, today: string): { from: string; to: string } {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const last = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
  const first = `${month}-01`;
  return { from: first < today && today <= last ? today : first, to: last };
}

export interface Cell {
  day: string;
  number: number;
  isOutside: boolean;
  isPast: boolean;
  points: number;
  customers: number;
  /** Depth of colour, 0 for nothing to 4 for the fullest day. */
  level: number;
}

const LEVELS = 4;

/** The month as weeks from Monday to Sunday, with what ends on each day. */
export function weeksOf(month: string, items: readonly ExpiryDay[], today: string): Cell[][] {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const ends = new Map(items.map((item) => [item.day, item]));
  const most = Math.max(1, ...items.map(({ points }) => points));
  const lead = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + 6) % 7;
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const weeks = Math.ceil((lead + days) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => {
      const date = new Date(Date.UTC(year, number - 1, week * 7 + weekday - lead + 1));
      const day = date.toISOString().slice(0, 10);
      const isOutside = date.getUTCMonth() !== number - 1;
      const { points, customers } = (!isOutside && ends.get(day)) || { points: 0, customers: 0 };
      const level = points === 0 ? 0 : Math.max(1, Math.ceil((points / most) * LEVELS));
      return { day, number: date.getUTCDate(), isOutside, isPast: day < today, points, customers, level };
    }),
  );
}

/** One bar of the chart; as long as nobody knows what will break, all of it counts as redeemed. */
export interface LiabilityBar {
  month: string;
  redeemed: number;
  broken: number;
}

/** At most this many months are drawn; further ones stand in the table. */
const MONTHS_DRAWN = 24;

/** Months in a row from the first to the last that has anything, so that the axis tells time. */
export function barsOf({ months }: Pick<Liability, 'months'>): LiabilityBar[] {
  const [first] = months;
  if (!first) return [];
  const known = new Map(months.map((each) => [each.month, each]));
  const last = months.at(-1)!.month;
  const bars: LiabilityBar[] = [];
  for (let month = first.month; month <= last && bars.length < MONTHS_DRAWN; month = monthsOn(month, 1)) {
    const { points = 0, expectedBreakage, expectedRedemption } = known.get(month) ?? {};
    bars.push({ month, redeemed: expectedRedemption ?? points, broken: expectedBreakage ?? 0 });
  }
  return bars;
}
