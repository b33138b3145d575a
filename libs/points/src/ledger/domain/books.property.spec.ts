import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_PROGRAMME, type Programme } from '../../programme/domain/programme';
import { expectSame } from '../testing/agreement';
import { long, runs } from '../testing/lengths';
import { MemoryLedger } from '../testing/memory-ledger';
import { faultsIn } from '../testing/memory-invariants';
import { ReferenceLedger } from '../testing/reference-ledger';
import { actOf, expiry, pause, shortfall, step } from '../testing/steps';
import type { Act } from './acts';
import { Books } from './books';

const START = Date.parse('2026-11-22T04:00:00Z');
const CUSTOMER = '0197f000-0000-7000-8000-000000000001';

const sequence = fc.record({
  expiry,
  shortfall,
  turns: fc.array(
    fc.record({
      pause,
      shortfall: fc.option(shortfall, { freq: 20 }),
      steps: fc.array(step, { minLength: 1, maxLength: 4 }),
    }),
    { maxLength: 20, size: 'max' },
  ),
});
type Sequence = typeof sequence extends fc.Arbitrary<infer Value> ? Value : never;

describe('the books', () => {
  it.each(['one by one', 'together'] as const)(
    'agree with the reference ledger when acts come %s',
    (how) => {
      fc.assert(
        fc.property(sequence, (value) => agree(value, how)),
        { numRuns: runs(500, 20_000) },
      );
    },
    long(120_000, 3_600_000),
  );

  it.each<[string, Partial<Books>]>([
    ['spent what expires last first', { drawable: changed('drawable', (lots) => lots.reverse()) }],
    [
      'gave a day more of grace',
      { grace: changed('grace', (end) => end && (end.setTime(end.getTime() + 86_400_000), end)) },
    ],
    ['forgot to pay debt', { repay: () => 0 }],
    [
      'let held points be spent',
      {
        draw: changed('draw', (drawn) => drawn),
        get spendable(): number {
          return 1e6;
        },
      },
    ],
    ['forgot when something will be due', { expect: () => undefined }],
    ['could take the same back twice', { target: changed('target', (target) => target && { ...target, reversed: 0 }) }],
  ])('would be caught if they %s', (_, sabotage) => {
    const original = Object.getOwnPropertyDescriptors(Books.prototype);
    let caught;
    Object.defineProperties(Books.prototype, Object.getOwnPropertyDescriptors(sabotage));
    try {
      caught = fc.check(
        fc.property(sequence, (value) => agree(value, 'one by one')),
        { numRuns: 1000, endOnFailure: true },
      );
    } finally {
      Object.defineProperties(Books.prototype, original);
    }
    expect(caught.failed).toBe(true);
    agree(caught.counterexample![0], 'one by one');
  });
});

/** A method of books with another result. */
function changed<Name extends 'drawable' | 'grace' | 'draw' | 'target'>(
  name: Name,
  change: (result: ReturnType<Books[Name]>) => ReturnType<Books[Name]>,
): Books[Name] {
  const original = Books.prototype[name] as (...args: unknown[]) => ReturnType<Books[Name]>;
  return function (this: Books, ...args: unknown[]) {
    return change(original.apply(this, args));
  } as Books[Name];
}

function agree({ turns, ...rules }: Sequence, how: 'one by one' | 'together'): void {
  const reference = new ReferenceLedger({ ...rules, graceDays: 7, holdMinutes: 30 });
  const ledger = new MemoryLedger(CUSTOMER);
  const expiryRules = [{ from: null, rule: rules.expiry }];
  let now = START;
  for (const turn of turns) {
    now += turn.pause * 60_000;
    if (turn.shortfall) reference.rules.shortfall = turn.shortfall;
    const programme: Programme = { ...DEFAULT_PROGRAMME, shortfall: reference.rules.shortfall, expiryRules };
    const book = (acts: Act[], expected: (number | null | string)[]) => {
      expectSame(ledger.book(acts, programme, new Date(now)), expected);
      expectSame(ledger.figures(), reference.figures());
      expectSame(ledger.remains(), reference.points.remains());
      expectSame(faultsIn(ledger), []);
    };
    const taken = turn.steps.flatMap((one) => {
      if (one.does === 'repeat') return [];
      const act = actOf(one, CUSTOMER, now, reference);
      const expected = reference.take(act, now);
      if (how === 'one by one') book([act], [expected]);
      return [{ act, expected }];
    });
    if (how === 'together' && taken.length > 0) {
      const [acts, expected] = [taken.map(({ act }) => act), taken.map((one) => one.expected)];
      book(acts, expected);
    }
  }
}
