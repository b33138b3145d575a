import { describe, expect, it } from '@jest/globals';
import { assertRefundable, checkRefund, isRepeated, type Refund, type RefundInput } from './refund-rules';

const now = new Date('2026-03-01T12:00:00Z');
const input: RefundInput = { externalId: 'R-1', refundedAt: new Date('2026-02-28T10:00:00Z'), amountCents: 500 };
const refund = checkRefund(input, now);
const code = (what: string) => expect.objectContaining({ code: what });

describe('a refund that comes in', () => {
  it('has no lines when none are told', () => {
    expect(refund).toEqual({ ...input, items: null });
    expect(checkRefund({ ...input, items: [] }, now)).toEqual(refund);
  });

  it('keeps of its lines what is told', () => {
    const items = [
      { sku: ' A ', name: null, quantity: 1, amountCents: undefined },
      { sku: 'B', name: 'Bee', quantity: 0, amountCents: 5 },
    ];
    expect(checkRefund({ ...input, items }, now).items).toEqual([
      { sku: 'A', quantity: 1 },
      { sku: 'B', name: 'Bee', quantity: 0, amountCents: 5 },
    ]);
  });

  it.each<[Partial<RefundInput>, string]>([
    [{ amountCents: 0 }, 'orders.field-invalid'],
    [{ amountCents: -5 }, 'orders.field-invalid'],
    [{ amountCents: 1e14 }, 'orders.field-invalid'],
    [{ externalId: '' }, 'orders.field-invalid'],
    [{ refundedAt: new Date(0) }, 'orders.time-implausible'],
    [{ items: [{ sku: 'A', quantity: -1 }] }, 'orders.field-invalid'],
  ])('is refused when it is %p', (changes, expected) => {
    expect(() => checkRefund({ ...input, ...changes }, now)).toThrow(code(expected));
  });
});

describe('a refund of a name that is recorded', () => {
  const withLines: Refund = { ...refund, items: [{ sku: 'A', quantity: 1, amountCents: 500 }] };

  it('is the same when it says the same, in whatever order of keys', () => {
    expect(isRepeated(refund, { ...refund, refundedAt: new Date('2026-02-28T18:00:00+08:00') })).toBe(true);
    expect(isRepeated(withLines, { ...withLines, items: [{ amountCents: 500, quantity: 1, sku: 'A' }] })).toBe(true);
  });

  it('is new when there is none of that name', () => {
    expect(isRepeated(null, refund)).toBe(false);
  });

  it.each<Partial<Refund>>([{ amountCents: 501 }, { refundedAt: now }, { items: withLines.items }])(
    'is somebody’s mistake when it says %p',
    (changes) => {
      expect(() => isRepeated(refund, { ...refund, ...changes })).toThrow(code('orders.refund-mismatch'));
    },
  );
});

describe('what may be given back', () => {
  it('is what is left of the order', () => {
    const order = { kind: 'sale', totalCents: 10_000, refundsCents: 8000 } as const;
    expect(() => assertRefundable(order, 2000)).not.toThrow();
    expect(() => assertRefundable(order, 2001)).toThrow(code('orders.refund-exceeds-total'));
  });

  it('is nothing of a return', () => {
    const order = { kind: 'return', totalCents: 10_000, refundsCents: 0 } as const;
    expect(() => assertRefundable(order, 1)).toThrow(code('orders.return-not-refundable'));
  });
});
