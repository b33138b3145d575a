import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newId } from '@siyu/kernel';
import { DEFAULT_PROGRAMME, type Programme } from '../../programme/domain/programme';
import { expectSame } from '../testing/agreement';
import { long, runs } from '../testing/lengths';
import { faultsIn } from '../testing/memory-invariants';
import { MemoryLedger } from '../testing/memory-ledger';
import { actOf, expiry, pause, shortfall, step, type Step } from '../testing/steps';
import { settle } from './dues';
import { giveBack, takeOver } from './transfers';

const START = Date.parse('2026-11-22T04:00:00Z');

const life = fc.array(
  fc.record({ pause, mine: fc.array(step, { maxLength: 3 }), theirs: fc.array(step, { maxLength: 3 }) }),
  {
    maxLength: 8,
  },
);
const history = fc.record({ shortfall, expiry, before: life, during: life, after: life, again: life });
type History = typeof history extends fc.Arbitrary<infer Value> ? Value : never;

describe('a takeover of points', () => {
  it(
    'makes and loses none, whatever happened before, meanwhile and after it was undone',
    () => {
      fc.assert(fc.property(history, close), { numRuns: runs(200, 20_000) });
    },
    long(60_000, 3_600_000),
  );
});

function close({ before, during, after, again, ...rules }: History): void {
  const programme: Programme = {
    ...DEFAULT_PROGRAMME,
    shortfall: rules.shortfall,
    expiryRules: [{ from: null, rule: rules.expiry }],
  };
  const [mine, theirs] = [new MemoryLedger(newId()), new MemoryLedger(newId())];
  let now = START;
  const live = (days: typeof before) => {
    for (const day of days) {
      now += day.pause * 60_000;
      for (const one of day.mine) act(mine, one);
      for (const one of day.theirs) act(theirs, one);
    }
  };
  const act = (ledger: MemoryLedger, one: Step) => {
    if (one.does === 'repeat') return;
    const holds = [...ledger.holds.keys()].map((id) => ({ id }));
    const moved = ledger.account.movedTo !== null;
    const asked = actOf(one, ledger.account.customerId, now, { holds, lines: ledger.entries });
    const [answer] = ledger.book([asked], programme, new Date(now));
    if (moved) expect(answer).toBe('points.account-moved');
    expectSame(faultsIn(ledger), []);
  };
  const both = (change: (source: ReturnType<MemoryLedger['openAll']>, target: typeof source) => void) => {
    const [source, target] = [theirs.openAll(programme, new Date(now)), mine.openAll(programme, new Date(now))];
    if (!source.account.movedTo) settle(source);
    settle(target);
    const worth = () => worthOf(source) + worthOf(target);
    const worthBefore = worth();
    change(source, target);
    expect(worth()).toBe(worthBefore);
    theirs.keep(source);
    mine.keep(target);
    expectSame([...faultsIn(theirs), ...faultsIn(mine)], []);
  };
  const basis = (key: string) => ({ key, reason: 'transfer', source: 'merge', actor: 'system' });
  live(before);
  const takeovers = [
    { meanwhile: during, afterwards: after },
    { meanwhile: again, afterwards: [] },
  ];
  for (const [number, { meanwhile, afterwards }] of takeovers.entries()) {
    let taken: ReturnType<typeof takeOver>;
    both((source, target) => (taken = takeOver(source, target, basis(`transfer:${number}`))));
    expectSame([theirs.account.balance, theirs.account.pending, theirs.account.held], [0, 0, 0]);
    live(meanwhile);
    both((source, target) => giveBack(target, source, taken, basis(`transfer:${number}:undo`)));
    live(afterwards);
  }
}

function worthOf({ account: { balance, pending } }: { account: { balance: number; pending: number } }): number {
  return balance + pending;
}
