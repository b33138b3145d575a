import fc from 'fast-check';
import { newId } from '@siyu/kernel';
import type { ExpiryRule, ShortfallPolicy } from '../../programme/domain/programme';
import type { Act } from '../domain/acts';
import { DAY_MS } from './reference-days';

/**
 * What a sequence is made of. A step names entries and holds by a number that is taken modulo how many there are when its
 * turn comes, so that a sequence stays meaningful while fast-check cuts it down to the shortest one that still fails.
 */
export type Step =
  | {
      does: 'earn';
      points: number;
      waits: 'no' | 'for-event' | number;
      ends: 'by-rule' | 'never' | number;
      late: number;
    }
  | { does: 'spend'; points: number }
  | { does: 'adjust'; points: number }
  | { does: 'hold'; points: number; minutes: number | null }
  | { does: 'capture' | 'release'; hold: number; points: number | null }
  | { does: 'reverse'; entry: number; points: number | null; atMost: boolean }
  | { does: 'mature'; entry: number; minutes: number | null }
  | { does: 'settle' }
  | { does: 'repeat'; back: number; otherwise: boolean };

const points = fc.integer({ min: 1, max: 20 });
const part = fc.option(points, { freq: 1 });
const soon = fc.integer({ min: -10, max: 3 * 1440 });
const pick = fc.nat({ max: 60 });

/** One act, or for some the same again. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('earn' as const),
      points,
      waits: fc.oneof(fc.constant('no' as const), fc.constant('for-event' as const), soon),
      ends: fc.oneof({ weight: 3, arbitrary: fc.constant('by-rule' as const) }, fc.constant('never' as const), {
        weight: 2,
        arbitrary: fc.integer({ min: -60, max: 9 * 1440 }),
      }),
      late: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 40 })),
    }),
  },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('spend' as const), points }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('adjust' as const), points: fc.integer({ min: -15, max: 15 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant('hold' as const), points, minutes: fc.option(soon) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constantFrom('capture', 'release'), hold: pick, points: part }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('reverse' as const),
      entry: pick,
      points: part,
      atMost: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('mature' as const), entry: pick, minutes: fc.option(soon) }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('settle' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('repeat' as const), back: pick, otherwise: fc.boolean() }),
  },
);

/** Minutes that pass: none, some, over midnight, over months. */
export const pause: fc.Arbitrary<number> = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 180 }),
  fc.integer({ min: 180, max: 4 * 1440 }),
  { weight: 1, arbitrary: fc.constantFrom(30, 61, 200).map((days) => days * 1440) },
);

export const shortfall: fc.Arbitrary<ShortfallPolicy> = fc.constantFrom('debt', 'within_balance', 'only_pending');

export const expiry: fc.Arbitrary<ExpiryRule> = fc.oneof(
  fc.constant({ kind: 'never' as const }),
  fc.constant({ kind: 'end-of-next-year' as const }),
  fc.record({ kind: fc.constant('inactivity' as const), months: fc.integer({ min: 1, max: 3 }) }),
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('after' as const),
      count: fc.integer({ min: 1, max: 5 }),
      unit: fc.constantFrom('days' as const, 'months' as const),
      endOf: fc.constantFrom('day' as const, 'month' as const, 'quarter' as const, 'year' as const),
    }),
  },
);

/** What there is to name: holds and entries of a customer. */
interface Known {
  holds: { id: string }[];
  lines: unknown[];
}

/** The act that a step means at this moment. */
export function actOf(step: Exclude<Step, { does: 'repeat' }>, customerId: string, now: number, known: Known): Act {
  const basis = { customerId, key: `key:${newId()}`, reason: 'test', source: 'test', actor: 'system' };
  const inMinutes = (minutes: number) => new Date(now + minutes * 60_000);
  switch (step.does) {
    case 'earn':
      return {
        ...basis,
        kind: 'earn',
        points: step.points,
        ...(step.waits === 'no' ? {} : { availableAt: step.waits === 'for-event' ? null : inMinutes(step.waits) }),
        ...(step.ends === 'by-rule' ? {} : { expiresAt: step.ends === 'never' ? null : inMinutes(step.ends) }),
        ...(step.late === 0 ? {} : { occurredAt: new Date(now - step.late * DAY_MS) }),
      };
    case 'spend':
    case 'adjust':
      return { ...basis, kind: step.does, points: step.points };
    case 'hold':
      return {
        ...basis,
        kind: 'hold',
        points: step.points,
        holdId: newId(),
        ...(step.minutes === null ? {} : { expiresAt: inMinutes(step.minutes) }),
      };
    case 'capture':
    case 'release': {
      const holdId = known.holds[step.hold % (known.holds.length + 1)]?.id ?? newId();
      return { ...basis, kind: step.does, holdId, ...(step.points === null ? {} : { points: step.points }) };
    }
    case 'reverse': {
      const part = step.points === null ? {} : { points: step.points };
      return { ...basis, kind: 'reverse', seq: entryOf(step.entry, known), atMost: step.atMost, ...part };
    }
    case 'mature': {
      const at = step.minutes === null ? {} : { at: inMinutes(step.minutes) };
      return { ...basis, kind: 'mature', seq: entryOf(step.entry, known), ...at };
    }
    case 'settle':
      return { ...basis, kind: 'settle' };
  }
}

/** One of the entries, now and then one that does not exist. */
function entryOf(pick: number, { lines }: Known): number {
  return (pick % (lines.length + 1)) + 1;
}
