import { describe, expect, it } from '@jest/globals';
import { parseCondition, parseOrder, type Field } from './filters';

const fields = new Map<string, Field>(
  (
    [
      { name: 'orders.netCents', type: 'number' },
      { name: 'orders.lastPaidAt', type: 'instant' },
      { name: 'rfm.segment', type: 'choice' },
      { name: 'source', type: 'text' },
    ] as const
  ).map((field) => [field.name, field]),
);
const parse = (text: string) => parseCondition(text, fields, 'Asia/Shanghai');

describe('a condition of the list', () => {
  it.each([
    ['orders.netCents:gte:10000', 'gte', ['10000']],
    ['orders.netCents:lt:-0.5', 'lt', ['-0.5']],
    ['orders.lastPaidAt:gte:2026-11-22', 'gte', ['2026-11-21T16:00:00.000Z']],
    ['orders.lastPaidAt:lt:2026-11-22T08:00:00+08:00', 'lt', ['2026-11-22T00:00:00.000Z']],
    ['rfm.segment:in:champions,loyal', 'in', ['champions', 'loyal']],
    ['source:eq:shop:1,a', 'eq', ['shop:1,a']],
    ['rfm.segment:empty:true', 'empty', ['true']],
  ])('%s is read', (text, operator, values) => {
    expect(parse(text)).toMatchObject({ operator, values, field: { name: text.split(':')[0] } });
  });

  it.each([
    ['', 'must have the form'],
    ['source', 'must have the form'],
    ['source:eq', 'must have the form'],
    ['nothing:eq:1', 'names no field'],
    ['__proto__:eq:1', 'names no field'],
    ['source;drop table customers:eq:1', 'names no field'],
    ['source:like:a', 'one of the operators eq, in, empty'],
    ['source:constructor:a', 'one of the operators'],
    ['orders.netCents:eq:1e5', 'a plain number'],
    ['orders.netCents:eq:1 or 1=1', 'a plain number'],
    ['orders.netCents:eq:9999999999999999', 'a plain number'],
    ['orders.lastPaidAt:gte:yesterday', 'a day or a time'],
    ['orders.lastPaidAt:gte:2026-02-30', 'a day or a time'],
    ['rfm.segment:empty:1', 'true or false'],
    ['source:eq:', 'characters of text'],
    ['source:eq:a\0b', 'characters of text'],
    ['source:eq:\ud800', 'characters of text'],
    [`source:eq:${'x'.repeat(201)}`, 'characters of text'],
    [`source:in:${Array.from({ length: 101 }, (_, n) => n).join(',')}`, 'at most 100 values'],
  ])('%j is refused', (text, message) => {
    expect(() => parse(text)).toThrow(
      expect.objectContaining({ code: 'customers.filter-invalid', detail: expect.stringContaining(message) }),
    );
  });

  it('is named by its place in the request', () => {
    expect(() => parseCondition('x', fields, 'UTC', '/filter/3')).toThrow(
      expect.objectContaining({
        errors: [{ pointer: '/filter/3', message: 'must have the form field:operator:value' }],
      }),
    );
  });
});

describe('an order of the list', () => {
  it('goes up, or down with a minus in front', () => {
    expect(parseOrder('orders.netCents', fields)).toMatchObject({ descending: false });
    expect(parseOrder('-orders.lastPaidAt', fields)).toMatchObject({ descending: true, field: { type: 'instant' } });
  });

  it.each(['', '-', 'source', 'rfm.segment', '--orders.netCents', 'orders.netCents desc', 'toString'])(
    'is refused for %j',
    (text) => {
      expect(() => parseOrder(text, fields)).toThrow(expect.objectContaining({ code: 'customers.sort-invalid' }));
    },
  );
});
