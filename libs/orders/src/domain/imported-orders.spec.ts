import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { importedOrder, type ImportedOrderRules, type ImportedRow } from './imported-orders';

const at = new Date('2026-01-02T03:04:00Z');
const byLines: ImportedOrderRules = { total: 'lines', returns: {}, hasQuantities: true };

/** An order of rows 2, 3, … with these values. */
function order(values: ImportedRow['values'][], rules: Partial<ImportedOrderRules> = {}, externalId = 'A1') {
  const rows = values.map((each, index) => ({ row: index + 2, values: { placedAt: at, ...each }, utm: {} }));
  const made = importedOrder(
    { source: 's', externalId, currency: 'GBP', identities: [], rows },
    { ...byLines, ...rules },
  );
  return made;
}

function totalOf(...given: Parameters<typeof order>): number | undefined {
  const made = order(...given);
  return 'order' in made ? made.order.totalCents : undefined;
}

const line = (quantity: number, unitPrice: number, sku = 'hat') => ({ sku, quantity, unitPrice });

describe('an order from the rows of a file', () => {
  it('adds its lines up exactly and rounds once', () => {
    // 3 × 0.335 + 1 × 0.333 = 1.338
    expect(totalOf([line(3, 3350), line(1, 3330)])).toBe(134);
    // line by line it would be 0.01 + 0.01
    expect(totalOf([line(1, 50), line(1, 50)])).toBe(1);
    expect(totalOf([line(1, 49)])).toBe(0);
  });

  it('never differs from the exact sum by more than half a cent, whatever its lines', () => {
    const lines = fc.array(fc.tuple(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 10_000_000 })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(lines, (given) => {
        const total = totalOf(given.map(([quantity, price]) => line(quantity, price)))!;
        const units = given.reduce((sum, [quantity, price]) => sum + BigInt(quantity) * BigInt(price), 0n);
        const twice = 2n * (BigInt(total) * 100n - units);
        expect(twice <= 100n && twice > -100n).toBe(true);
      }),
    );
  });

  it('takes an amount from each row, or one amount that stands on all of them', () => {
    expect(totalOf([{ total: 117_700 }, { total: 2300 }], { total: 'sum', hasQuantities: false })).toBe(1200);
    expect(totalOf([{ total: 117_700 }, {}, { total: 117_700 }], { total: 'repeated', hasQuantities: false })).toBe(
      1177,
    );
    expect(order([{ total: 100 }, { total: 200 }], { total: 'repeated', hasQuantities: false })).toEqual({
      faults: [{ row: 2, code: 'orders.totals-differ', field: 'total' }],
    });
  });

  it('is a return when its number says so, and is written without a sign', () => {
    const returns = { externalIdStartsWith: 'C' };
    expect(order([line(-2, 45_000)], { returns }, 'C1')).toMatchObject({
      order: { kind: 'return', totalCents: 900, items: [{ sku: 'hat', quantity: 2, unitPriceCents: 450 }] },
    });
    expect(order([line(2, 45_000)], { returns }, 'C1')).toMatchObject({ order: { kind: 'return', totalCents: 900 } });
    expect(order([line(2, 45_000)], { returns }, 'A1')).toMatchObject({ order: { kind: 'sale', totalCents: 900 } });
  });

  it('is a return when its total is negative, if that is what the shop means by it', () => {
    const rules: Partial<ImportedOrderRules> = { total: 'sum', hasQuantities: false };
    expect(order([{ total: -500 }], { ...rules, returns: { negativeTotal: true } })).toMatchObject({
      order: { kind: 'return', totalCents: 5 },
    });
    expect(order([{ total: -500 }], rules)).toEqual({
      faults: [{ row: 2, code: 'orders.total-negative', field: 'total' }],
    });
  });

  it('is refused with every fault of its rows', () => {
    expect(
      order([
        { sku: 'hat', unitPrice: 1 },
        { sku: 'tea', quantity: 1 },
      ]),
    ).toEqual({
      faults: [
        { row: 2, code: 'required', field: 'quantity' },
        { row: 3, code: 'required', field: 'unitPrice' },
      ],
    });
    expect(order([line(5, 20_000), line(-1, 20_000)])).toEqual({
      faults: [{ row: 3, code: 'orders.quantity-negative', field: 'quantity' }],
    });
    expect(order([line(1, 90_000), line(1, -20_000)])).toEqual({
      faults: [{ row: 3, code: 'orders.price-negative', field: 'unitPrice' }],
    });
    expect(order([line(1e9, 1e9)])).toEqual({
      faults: [{ row: 2, code: 'orders.total-too-large', field: 'unitPrice' }],
    });
  });

  it('is paid when it was placed unless the file knows better', () => {
    expect(order([line(1, 100)])).toMatchObject({ order: { status: 'paid', placedAt: at, paidAt: undefined } });
    const paidAt = new Date('2026-01-03T00:00:00Z');
    expect(order([{ ...line(1, 100), status: 'shipped', paidAt, currency: 'CNY', channel: 'app' }])).toMatchObject({
      order: { status: 'shipped', paidAt, currency: 'CNY', channel: 'app' },
    });
  });

  it('takes what stands on all rows from the first one that has it', () => {
    expect(order([line(1, 100), { ...line(1, 100), customerName: '王', placedAt: new Date(0) }])).toMatchObject({
      order: { placedAt: at, customerName: '王' },
    });
  });
});
