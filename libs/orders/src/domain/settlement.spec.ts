import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { orderKinds, orderStatuses } from './order';
import { settle } from './settlement';

const sale = { kind: 'sale', status: 'completed', totalCents: 10_000 } as const;

describe('the settlement of an order', () => {
  it('keeps its status while some money stays', () => {
    expect(settle(sale, 0)).toEqual({ status: 'completed', refundedCents: 0 });
    expect(settle(sale, 9999)).toEqual({ status: 'completed', refundedCents: 9999 });
  });

  it('is refunded once refunds reach the total', () => {
    expect(settle(sale, 10_000)).toEqual({ status: 'refunded', refundedCents: 10_000 });
  });

  it('counts refunds up to the total when they are more', () => {
    expect(settle({ ...sale, totalCents: 8000 }, 10_000)).toEqual({ status: 'refunded', refundedCents: 8000 });
  });

  it('takes refunded without a refund as the whole', () => {
    expect(settle({ ...sale, status: 'refunded' }, 0)).toEqual({ status: 'refunded', refundedCents: 10_000 });
  });

  it('leaves a cancelled order cancelled', () => {
    expect(settle({ ...sale, status: 'cancelled' }, 10_000)).toEqual({ status: 'cancelled', refundedCents: 10_000 });
  });

  it('leaves an order that was free as it is', () => {
    expect(settle({ ...sale, totalCents: 0 }, 0)).toEqual({ status: 'completed', refundedCents: 0 });
  });

  it('counts no refund on a return', () => {
    expect(settle({ ...sale, kind: 'return' }, 500)).toEqual({ status: 'completed', refundedCents: 0 });
  });

  it('never counts less than nothing or more than the total, and settling again changes nothing', () => {
    const orders = fc.record({
      kind: fc.constantFrom(...orderKinds),
      status: fc.constantFrom(...orderStatuses),
      totalCents: fc.nat(1000),
    });
    fc.assert(
      fc.property(orders, fc.nat(2000), (order, refunds) => {
        const settled = settle(order, refunds);
        expect(settled.refundedCents).toBeGreaterThanOrEqual(0);
        expect(settled.refundedCents).toBeLessThanOrEqual(order.totalCents);
        expect(settle({ ...order, status: settled.status }, refunds)).toEqual(settled);
      }),
    );
  });
});
