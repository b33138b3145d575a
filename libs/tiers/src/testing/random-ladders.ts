import fc from 'fast-check';
import type { Criterion, LadderTerms, Measure, Threshold, Tier, Validity, Window } from '../ladders/domain/ladder';
import { WELCOME } from './ladders';

/*
 * Any ladder that may be published, sensible or not, with thresholds so low that random histories meet them exactly now and then.
 */

const KEYS = ['one', 'two', 'three', 'four', 'five'];
const AMOUNTS: Record<Measure, number[]> = {
  spend: [50, 100, 150, 200, 300],
  growth: [5, 10, 20, 30],
  orders: [1, 1, 2, 3],
  months: [1, 1, 2, 3],
};

const months = fc.constantFrom(1, 2, 3, 6, 12);

const window: fc.Arbitrary<Window> = fc.oneof(
  fc.constant({ kind: 'lifetime' as const }),
  { weight: 3, arbitrary: months.map((count) => ({ kind: 'rolling' as const, months: count })) },
  fc.constant({ kind: 'calendar-year' as const }),
  fc.constant({ kind: 'membership-year' as const }),
);

const criterion: fc.Arbitrary<Criterion> = fc
  .constantFrom<Measure>('spend', 'spend', 'growth', 'orders', 'months')
  .chain((measure) =>
    fc.record({ measure: fc.constant(measure), window, atLeast: fc.constantFrom(...AMOUNTS[measure]) }),
  );

const threshold: fc.Arbitrary<Threshold> = fc.record({
  match: fc.constantFrom('any', 'all'),
  criteria: fc.array(criterion, { minLength: 1, maxLength: 2 }),
});

const years = fc.constantFrom(0, 1);

const validity: fc.Arbitrary<Validity> = fc.oneof(
  fc.constant({ kind: 'unlimited' as const }),
  { weight: 4, arbitrary: months.map((count) => ({ kind: 'months' as const, months: count })) },
  years.map((more) => ({ kind: 'calendar-year' as const, more })),
  years.map((more) => ({ kind: 'membership-year' as const, more })),
);

/** As people make them: each tier asks for more of the same. */
const rising: fc.Arbitrary<Threshold[]> = window.map((over) =>
  [0, 1, 2, 3].map((rank) => ({
    match: 'all',
    criteria: [{ measure: 'spend', window: over, atLeast: Math.max(1, rank) * 100 }],
  })),
);

const steps = fc
  .record({
    keys: fc.shuffledSubarray(KEYS, { minLength: 2, maxLength: 4 }),
    enter: fc.oneof(fc.array(threshold, { minLength: 4, maxLength: 4 }), rising),
    keep: fc.array(fc.option(threshold), { minLength: 4, maxLength: 4 }),
    homes: fc.array(fc.nat({ max: 4 }), { minLength: KEYS.length, maxLength: KEYS.length }),
  })
  .map(({ keys, enter, keep, homes }): Tier[] => {
    const gone = KEYS.filter((key) => !keys.includes(key));
    // some of the tiers that are gone have nobody who takes their members
    const replaces = (rank: number) => gone.filter((key) => homes[KEYS.indexOf(key)] === rank);
    return keys.map((key, rank) => ({
      key,
      name: key,
      icon: 'medal',
      colour: '#a0b1c2',
      enter: rank === 0 ? null : enter[rank]!,
      keep: rank === 0 ? null : keep[rank]!,
      benefits: [WELCOME],
      replaces: replaces(rank),
    }));
  });

/** @param day of the days on which boundaries lie */
export function randomTerms(day: fc.Arbitrary<string>): fc.Arbitrary<LadderTerms> {
  return fc.record({
    tiers: steps,
    currency: fc.constant('CNY'),
    rises: fc.oneof(
      { weight: 3, arbitrary: fc.constant({ at: 'once' as const }) },
      fc
        .constantFrom('month' as const, 'quarter' as const, 'year' as const)
        .map((period) => ({ at: 'period-end' as const, period })),
    ),
    validity,
    atEnd: fc.constantFrom('one-down', 're-evaluate', 'keep'),
    graceDays: fc.constantFrom(0, 1, 15, 31, 31),
    warningDays: fc.constant([]),
    refunds: fc.constantFrom('undo', 'undo', 'stay'),
    gifts: fc.record({ skipped: fc.boolean(), once: fc.constantFrom('ever', 'year'), placement: fc.boolean() }),
    atStart: fc.oneof(
      fc.constant({ kind: 'keep' as const }),
      fc.option(day).map((grandfatherUntil) => ({ kind: 're-evaluate' as const, grandfatherUntil })),
    ),
  });
}
