import { describe, expect, it } from '@jest/globals';
import type { Order, OrderInput } from './order';
import { orderContent } from './order-content';
import { checkOrder } from './order-rules';

const now = new Date('2026-03-01T12:00:00Z');
const input: OrderInput = {
  source: 'shop',
  externalId: 'A-1',
  identities: [
    { type: 'phone', value: '+8613800138000' },
    { type: 'email', value: 'a@example.com' },
  ],
  placedAt: new Date('2026-02-28T10:00:00Z'),
  status: 'paid',
  currency: 'CNY',
  totalCents: 300,
  items: [
    { sku: 'A', quantity: 1, unitPriceCents: 100 },
    { sku: 'B', quantity: 2, unitPriceCents: 100 },
  ],
  channel: 'app',
  utm: { source: 'wechat', term: { b: 1, a: [2] } },
};
const content = (changes: Partial<OrderInput> = {}) => orderContent(checkOrder({ ...input, ...changes }, now) as Order);

describe('the content of an order', () => {
  it('does not depend on the order of keys or identities, nor on how a time is written', () => {
    expect(content({ utm: { term: { a: [2], b: 1 }, source: 'wechat' } })).toBe(content());
    expect(content({ identities: [...input.identities].reverse() })).toBe(content());
    expect(content({ placedAt: new Date('2026-02-28T18:00:00+08:00') })).toBe(content());
    expect(content({ paidAt: input.placedAt, kind: 'sale', currency: 'cny' })).toBe(content());
  });

  it('does not hold the name for a new customer', () => {
    expect(content({ customerName: '王小明' })).toBe(content());
  });

  it.each<[string, Partial<OrderInput>]>([
    ['its status', { status: 'shipped' }],
    ['its kind', { kind: 'return' }],
    ['its total', { totalCents: 301 }],
    ['its currency', { currency: 'GBP' }],
    ['a time', { placedAt: new Date('2026-02-28T10:00:00.001Z') }],
    ['its channel', { channel: null }],
    ['its UTM', { utm: null }],
    ['whose it is', { identities: [input.identities[0]!] }],
    ['the order of its lines', { items: [...input.items!].reverse() }],
    ['a line', { items: [input.items![0]!, { ...input.items![1]!, name: 'Bee' }] }],
  ])('differs with %s', (_, changes) => {
    expect(content(changes)).not.toBe(content());
  });

  it('cannot be forged by moving text from one field to the next', () => {
    const one = content({ items: [{ sku: 'A","B', quantity: 1, unitPriceCents: 1 }] });
    const other = content({ items: [{ sku: 'A', name: 'B', quantity: 1, unitPriceCents: 1 }] });
    expect(one).not.toBe(other);
  });
});
