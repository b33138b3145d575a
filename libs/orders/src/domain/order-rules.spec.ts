import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@siyu/kernel';
import type { OrderInput } from './order';
import { checkOrder } from './order-rules';

const now = new Date('2026-03-01T12:00:00Z');
const placedAt = new Date('2026-02-28T10:00:00Z');
const input: OrderInput = {
  source: 'shop',
  externalId: 'A-1',
  identities: [{ type: 'phone', value: '+8613800138000' }],
  placedAt,
  status: 'placed',
  currency: 'CNY',
  totalCents: 100,
};

function faultOf(changes: Record<string, unknown>): [code: string, pointer?: string] {
  try {
    checkOrder({ ...input, ...changes } as OrderInput, now);
  } catch (error) {
    if (error instanceof DomainError) return [error.code, error.errors?.[0]?.pointer];
  }
  throw new Error('the order was accepted');
}

describe('an order that comes in', () => {
  it('gets nothing for what its source leaves open', () => {
    expect(checkOrder(input, now)).toEqual({
      ...input,
      customerName: null,
      paidAt: null,
      items: [],
      channel: null,
      utm: null,
      kind: 'sale',
    });
  });

  it.each(['paid', 'shipped', 'completed', 'refunded'] as const)(
    'was paid when it was placed if it is %s without a time',
    (status) => {
      expect(checkOrder({ ...input, status }, now).paidAt).toEqual(placedAt);
    },
  );

  it('is paid when a time of payment comes with the status placed', () => {
    const paidAt = new Date('2026-02-28T10:01:00Z');
    expect(checkOrder({ ...input, paidAt }, now)).toMatchObject({ status: 'paid', paidAt });
  });

  it('stays unpaid when it was cancelled before anything was paid', () => {
    expect(checkOrder({ ...input, status: 'cancelled' }, now)).toMatchObject({ status: 'cancelled', paidAt: null });
  });

  it('reads currencies in either case', () => {
    expect(checkOrder({ ...input, currency: 'gbp' }, now).currency).toBe('GBP');
  });

  it('loses white space at the ends of its texts, and texts of nothing else', () => {
    const items = [{ sku: ' T ', name: ' ', quantity: 1, unitPriceCents: 1 }];
    expect(checkOrder({ ...input, source: ' shop ', channel: '  ', items }, now)).toMatchObject({
      source: 'shop',
      channel: null,
      items: [{ sku: 'T', name: null, category: null }],
    });
  });

  it('may lie up to a day ahead of our clock, since shops forget their zone', () => {
    expect(checkOrder({ ...input, placedAt: new Date('2026-03-02T12:00:00Z') }, now).placedAt).toBeDefined();
    expect(faultOf({ placedAt: new Date('2026-03-02T12:00:00.001Z') })).toEqual([
      'orders.time-implausible',
      '/placedAt',
    ]);
  });

  it('cannot be from before shops had such clocks', () => {
    expect(faultOf({ paidAt: new Date(0) })).toEqual(['orders.time-implausible', '/paidAt']);
  });

  it('names somebody', () => {
    expect(faultOf({ identities: [] })).toEqual(['orders.identity-missing', '/identities']);
  });

  it.each([['XYZ'], ['CN'], [''], [7], [undefined]])('has a currency of ISO 4217, which %p is not', (currency) => {
    expect(faultOf({ currency })[0]).toBe('orders.currency-unknown');
  });

  it.each([
    ['/totalCents', { totalCents: -1 }],
    ['/totalCents', { totalCents: 1.5 }],
    ['/totalCents', { totalCents: 1e300 }],
    ['/totalCents', { totalCents: NaN }],
    ['/totalCents', { totalCents: '100' }],
    ['/status', { status: 'lost' }],
    ['/kind', { kind: 'gift' }],
    ['/source', { source: ' ' }],
    ['/externalId', { externalId: 'x'.repeat(121) }],
    ['/externalId', { externalId: 'a\0b' }],
    ['/channel', { channel: '\ud800' }],
    ['/placedAt', { placedAt: new Date(NaN) }],
    ['/placedAt', { placedAt: '2026-02-28' }],
    ['/utm', { utm: { term: 'a\0b' } }],
    ['/utm', { utm: { term: '\udfff' } }],
    ['/utm', { utm: ['a'] }],
    ['/utm', { utm: { text: 'x'.repeat(4000) } }],
    ['/utm', { utm: JSON.parse(`${'{"a":'.repeat(30)}1${'}'.repeat(30)}`) }],
    ['/items/0/quantity', { items: [{ sku: 'a', quantity: 0.5, unitPriceCents: 1 }] }],
    ['/items/0/quantity', { items: [{ sku: 'a', quantity: -1, unitPriceCents: 1 }] }],
    [
      '/items/1/unitPriceCents',
      {
        items: [
          { sku: 'a', quantity: 1, unitPriceCents: 1 },
          { sku: 'b', quantity: 1, unitPriceCents: -1 },
        ],
      },
    ],
    ['/items', { items: 'none' }],
    ['/items', { items: Array(10_001).fill({ sku: 'a', quantity: 1, unitPriceCents: 1 }) }],
    ['/identities', { identities: Array(21).fill({ type: 'phone', value: '+8613800138000' }) }],
  ])('is refused by the name of the field: %s', (pointer, changes) => {
    expect(faultOf(changes)).toEqual(['orders.field-invalid', pointer]);
  });
});
