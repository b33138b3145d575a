import { describe, expect, it } from '@jest/globals';
import { dueOf, isCompleted, isUnawarded, mayEarn, type OrderState } from './order-awards';

const order = (changes: Partial<OrderState> = {}): OrderState => ({
  kind: 'sale',
  status: 'paid',
  paidAt: new Date('2026-11-20'),
  totalCents: 10_000,
  refundedCents: 0,
  ...changes,
});
const award = (takenPoints = 0, isWaiting = false) => ({ points: 100, takenPoints, isWaiting });

describe('an order and its award', () => {
  it('earns when it is a sale that was paid and still stands', () => {
    expect(mayEarn(order())).toBe(true);
    expect(mayEarn(order({ status: 'completed', refundedCents: 5000 }))).toBe(true);
    expect(mayEarn(order({ kind: 'return' }))).toBe(false);
    expect(mayEarn(order({ status: 'placed', paidAt: null }))).toBe(false);
    expect(mayEarn(order({ status: 'cancelled' }))).toBe(false);
    expect(mayEarn(order({ status: 'refunded' }))).toBe(false);
  });

  it('earns again only when all that it had is gone', () => {
    expect(isUnawarded([])).toBe(true);
    expect(isUnawarded([award(100)])).toBe(true);
    expect(isUnawarded([award(100), award(99)])).toBe(false);
  });

  it('loses the share that was refunded, all of it when it is cancelled, refunded or gone', () => {
    expect(dueOf(award(), order({ refundedCents: 3333 }))).toEqual({ points: 33, reason: 'refunded' });
    expect(dueOf(award(), order({ status: 'refunded', totalCents: 0 }))).toEqual({ points: 100, reason: 'refunded' });
    expect(dueOf(award(), order({ status: 'cancelled', refundedCents: 10 }))).toEqual({
      points: 100,
      reason: 'cancelled',
    });
    expect(dueOf(award(), null)).toEqual({ points: 100, reason: 'moved' });
  });

  it('matures on completion, if it waits and anything of it is left', () => {
    expect(isCompleted(award(0, true), order({ status: 'completed' }))).toBe(true);
    expect(isCompleted(award(0, true), order({ status: 'shipped' }))).toBe(false);
    expect(isCompleted(award(100, true), order({ status: 'completed' }))).toBe(false);
    expect(isCompleted(award(0, false), order({ status: 'completed' }))).toBe(false);
  });
});
