import fc from 'fast-check';
import { addDays, addMonths, instantOf, type Day } from '@siyu/kernel';
import type { LadderTerms } from '../ladders/domain/ladder';
import type { History, PastGrowth, PastOrder } from './history';
import { randomTerms } from './random-ladders';

/*
 * Customers who live through the same years under the same ladders. Everything happens on few days: whole months from one of a
 * handful of days that months and years end or begin with, or the day before or after; and at the beginning of the day, at its
 * very end, or between. So windows, ends of validity and of grace are met to the day and to the millisecond.
 */

const BASES: Day[] = ['2023-12-31', '2024-01-31', '2024-02-29', '2024-03-15', '2024-04-25'];
const MONTHS = 30;
const CUSTOMERS = 30;

/** Days off the whole month, so that days of grace end as well. */
const SHIFTS = [0, 0, 0, 0, 1, -1, 15, 31];

/** Months from one look to the next: as long as validities are. */
const GAPS = [0, 1, 1, 2, 3, 6, 12];

const TIMES = [0, 0, 12 * 3_600_000, 86_399_999];

/** What staff does to a customer when somebody looks. */
export interface Deed {
  customer: number;
  does: 'lock' | 'unlock' | 'import';
  /** Number of a tier, taken modulo how many there are. */
  tier: number;
  until: Day;
  mayRise: boolean;
  isOpen: boolean;
}

export interface Moment {
  at: Date;
  how: 'live' | 'run';
  deeds: Deed[];
}

export interface Lives {
  ladders: { terms: LadderTerms; from: Date }[];
  histories: History[];
  moments: Moment[];
  /** Whether the first look is the first evaluation of the base. */
  isPlacement: boolean;
}

export function randomLives(timeZone: string): fc.Arbitrary<Lives> {
  return fc.constantFrom(...BASES).chain((base) => livesAround(base, timeZone));
}

function livesAround(base: Day, timeZone: string): fc.Arbitrary<Lives> {
  const dayFrom = (least: number, most: number) =>
    fc
      .tuple(fc.integer({ min: least, max: most }), fc.constantFrom(...SHIFTS))
      .map(([months, days]) => addDays(addMonths(base, months), days));
  const instant = (day: Day, time: number) => instantOf(Date.parse(`${day}T00:00:00Z`) + time, timeZone);
  const momentFrom = (least: number, most: number) =>
    fc.tuple(dayFrom(least, most), fc.constantFrom(...TIMES)).map(([day, time]) => instant(day, time));
  const someday = momentFrom(0, MONTHS);
  const after = (at: Date, lateness: number) => new Date(at.getTime() + lateness * 86_400_000);
  const months = fc.constantFrom(1, 2, 3);
  const sums = fc.constantFrom(100, 150, 200, 300, 500);
  const lateness = fc.constantFrom(0, 0, 0, 0, 1, 16, 45);
  const order = fc
    .record({
      at: momentFrom(-13, MONTHS),
      lateness,
      kind: fc.constantFrom<PastOrder['kind']>('sale', 'sale', 'sale', 'sale', 'sale', 'return'),
      currency: fc.constantFrom('CNY', 'CNY', 'CNY', 'USD'),
      totalCents: fc.constantFrom(0, 1, 50, 99, 100, 100, 150, 200, 200, 300, 500, 500),
      refunds: fc.array(fc.record({ at: someday, cents: fc.constantFrom(1, 50, 100, 500, 500) }), { maxLength: 2 }),
      hasRefunds: fc.boolean(),
      cancelledAt: fc.option(someday, { freq: 10 }),
    })
    .map(({ at, lateness: late, refunds, hasRefunds, ...told }): PastOrder => {
      return { ...told, paidAt: at, recordedAt: after(at, late), refunds: hasRefunds ? refunds : [] };
    });
  /** A purchase, a greater one months later, and all of that given back: two rises of which the second is undone. */
  const regret = fc
    .record({ first: fc.integer({ min: 0, max: 12 }), wait: months, held: months, small: sums, great: sums })
    .map(({ first, wait, held, small, great }): PastOrder[] => {
      const day = (count: number) => instant(addMonths(base, first + count), 0);
      const usual = { kind: 'sale' as const, currency: 'CNY', cancelledAt: null };
      const [one, other] = [day(0), day(wait)];
      return [
        { ...usual, paidAt: one, recordedAt: one, totalCents: small, refunds: [] },
        {
          ...usual,
          paidAt: other,
          recordedAt: other,
          totalCents: great,
          refunds: [{ at: day(wait + held), cents: great }],
        },
      ];
    });
  const growth = fc
    .record({ at: momentFrom(-13, MONTHS), lateness, amount: fc.constantFrom(-20, -10, 5, 10, 10, 20, 50) })
    .map(({ at, lateness: late, amount }): PastGrowth => ({ at, amount, recordedAt: after(at, late) }));
  const history: fc.Arbitrary<History> = fc.record({
    memberSince: momentFrom(-30, 6),
    orders: fc.oneof(fc.array(order, { maxLength: 12, size: 'max' }), regret),
    growth: fc.array(growth, { maxLength: 5, size: 'max' }),
  });
  const deed: fc.Arbitrary<Deed> = fc.record({
    customer: fc.nat({ max: CUSTOMERS - 1 }),
    does: fc.constantFrom('lock', 'lock', 'unlock', 'import'),
    tier: fc.nat({ max: 3 }),
    until: dayFrom(0, MONTHS + 6),
    mayRise: fc.boolean(),
    isOpen: fc.boolean(),
  });
  const moment = fc.record({
    gap: fc.constantFrom(...GAPS),
    shift: fc.constantFrom(...SHIFTS),
    time: fc.constantFrom(...TIMES),
    how: fc.constantFrom('live', 'live', 'run'),
    deeds: fc.array(deed, { maxLength: 3 }),
  });
  const looks = (
    first: number,
    moments: { gap: number; shift: number; time: number; how: Moment['how']; deeds: Deed[] }[],
  ) => {
    let months = first;
    const made = moments.map(({ gap, shift, time, how, deeds }): Moment => {
      months += gap;
      return { at: instant(addDays(addMonths(base, months), shift), time), how, deeds };
    });
    return made.sort((one, other) => one.at.getTime() - other.at.getTime());
  };
  const terms = randomTerms(dayFrom(0, MONTHS));
  return fc.record({
    ladders: fc
      .tuple(terms, fc.array(fc.record({ terms, from: someday }), { maxLength: 2 }))
      .map(([first, later]) => [{ terms: first, from: new Date('2020-01-01T00:00:00Z') }, ...later]),
    histories: fc.array(history, { minLength: CUSTOMERS / 2, maxLength: CUSTOMERS }),
    moments: fc
      .tuple(fc.nat({ max: 12 }), fc.array(moment, { minLength: 1, maxLength: 10, size: 'max' }))
      .map(([first, moments]) => looks(first, moments)),
    isPlacement: fc.boolean(),
  });
}
