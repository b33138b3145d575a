import { describe, expect, it } from '@jest/globals';
import {
  choiceParam,
  choicesParam,
  dayParam,
  flagParam,
  formatQuery,
  parseQuery,
  sortParam,
  textParam,
  wholeParam,
} from './params';

const schema = {
  q: textParam(),
  role: choiceParam(['administrator', 'analyst']),
  channels: choicesParam(['shop', 'wecom', 'mini-program']),
  minOrders: wholeParam(1, 1000),
  locked: flagParam(),
  since: dayParam(),
};

const nothing = { q: '', role: '', channels: [], minOrders: null, locked: false, since: '' } as const;

describe('filters in the address', () => {
  it('reads a bare address as not filtered', () => {
    expect(parseQuery(schema, {})).toEqual(nothing);
  });

  it('writes only what was chosen', () => {
    const address = formatQuery(schema, { ...nothing, channels: [], role: 'analyst' });
    expect(JSON.parse(JSON.stringify(address))).toEqual({ role: 'analyst' });
  });

  it('comes back from the address as it was written', () => {
    const chosen = {
      q: '大海 lin',
      role: 'administrator' as const,
      channels: ['shop' as const, 'mini-program' as const],
      minOrders: 3,
      locked: true,
      since: '2026-02-28',
    };
    expect(parseQuery(schema, formatQuery(schema, chosen))).toEqual(chosen);
  });

  it.each([
    ['an unknown choice', { role: 'boss' }],
    ['unknown choices among several', { channels: 'fax,telex' }],
    ['a number out of bounds', { minOrders: '1001' }],
    ['a number that is none', { minOrders: '1e3' }],
    ['a day that no calendar has', { since: '2026-02-30' }],
    ['a flag spelled otherwise', { locked: 'true' }],
    ['a name without a value', { q: null, role: null }],
  ])('reads %s as not filtered', (_what, address) => {
    expect(parseQuery(schema, address)).toEqual(nothing);
  });

  it('takes the first of a name that comes twice', () => {
    expect(parseQuery(schema, { role: ['analyst', 'administrator'] }).role).toBe('analyst');
  });

  it('gives the same choices one address, whatever the order of clicks', () => {
    const write = (channels: ('shop' | 'wecom')[]) => formatQuery(schema, { ...nothing, channels }).channels;
    expect(write(['wecom', 'shop'])).toBe('shop,wecom');
    expect(write(['shop', 'wecom'])).toBe('shop,wecom');
  });

  it('reads an order by a known field only, either way round', () => {
    const sort = sortParam(['createdAt', 'orders.netCents']);
    expect(['createdAt', '-orders.netCents', '-boss', '--createdAt', undefined].map((raw) => sort.parse(raw))).toEqual([
      'createdAt',
      '-orders.netCents',
      '',
      '',
      '',
    ]);
  });

  it('ignores blanks around words', () => {
    expect(formatQuery(schema, { ...nothing, channels: [], q: '  ' }).q).toBeUndefined();
    expect(parseQuery(schema, { q: ' 王 ' }).q).toBe('王');
  });
});
