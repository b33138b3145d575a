import { order, type PastGrowth } from '../history';
import { any, counted, ROLLING_YEAR, spent, steps, tier } from '../ladders';
import { told } from './told-story';

const LIFETIME = { kind: 'lifetime' } as const;

function growth(at: string, amount: number, recordedAt = at): PastGrowth {
  return { at: new Date(at), amount, recordedAt: new Date(recordedAt) };
}

/** What counts as spend, as an order, as a month, as growth value; and what a threshold asks for. */
export const FIGURE_STORIES = [
  told(
    'a cent short of the threshold is not enough, the cent itself is',
    {
      orders: [order('2026-03-01T10:00:00+08:00', 99_999), order('2026-03-02T10:00:00+08:00', 1)],
      acts: ['2026-03-01T11:00:00+08:00', '2026-03-02T11:00:00+08:00'],
    },
    ['2026-03-02 11:00 rose basic → silver until 2027-03-01'],
    'silver until 2027-03-01',
  ),
  told(
    'dollars are not spent in a ladder of yuan, but they are orders',
    {
      rules: { tiers: [tier('basic', null), tier('silver', counted('orders', 1)), tier('gold', spent(1_000))] },
      orders: [order('2026-03-01T10:00:00+08:00', 900_000, { currency: 'USD' })],
      acts: ['2026-03-01T11:00:00+08:00'],
    },
    ['2026-03-01 11:00 rose basic → silver until 2027-02-28'],
    'silver until 2027-02-28',
  ),
  told(
    'what was free of charge, cancelled or refunded to the last cent is no order',
    {
      rules: { tiers: steps({ enter: counted('orders', 2) }) },
      orders: [
        order('2026-03-01T10:00:00+08:00', 0),
        order('2026-03-01T11:00:00+08:00', 100, { cancelledAt: new Date('2026-03-01T12:00:00+08:00') }),
        order('2026-03-01T12:00:00+08:00', 100, {
          refunds: [{ at: new Date('2026-03-01T13:00:00+08:00'), cents: 100 }],
        }),
        order('2026-03-01T13:00:00+08:00', 100),
        order('2026-03-01T14:00:00+08:00', 100, { kind: 'return' }),
      ],
      acts: ['2026-03-02T10:00:00+08:00'],
    },
    [],
    'never moved',
  ),
  told(
    'a return is taken off on its own day: it lowers the window that has the return',
    {
      rules: { refunds: 'stay' },
      orders: [order('2026-03-01T10:00:00+08:00', 100_000), order('2026-02-01T10:00:00+08:00', 1, { kind: 'return' })],
      acts: ['2027-01-31T10:00:00+08:00', '2027-02-01T10:00:00+08:00'],
    },
    ['2027-02-01 10:00 rose basic → silver until 2028-01-31'],
    'silver until 2028-01-31',
  ),
  told(
    'months with an order are counted once each',
    {
      rules: { tiers: steps({ enter: counted('months', 3) }) },
      orders: ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-31'].map((day) =>
        order(`${day}T10:00:00+08:00`, 100),
      ),
      acts: ['2026-02-28T11:00:00+08:00', '2026-03-31T11:00:00+08:00'],
    },
    ['2026-03-31 11:00 rose basic → silver until 2027-03-30'],
    'silver until 2027-03-30',
  ),
  told(
    'growth value counts on the day it belongs to, and its reversal on the same day',
    {
      rules: { tiers: steps({ enter: counted('growth', 100) }) },
      growth: [
        growth('2026-03-01T10:00:00+08:00', 100),
        growth('2026-03-01T10:00:00+08:00', -100, '2026-03-20T10:00:00+08:00'),
        growth('2026-03-10T10:00:00+08:00', 60),
        growth('2025-06-01T10:00:00+08:00', 40, '2026-05-31T10:00:00+08:00'),
      ],
      acts: ['2026-03-02T10:00:00+08:00', '2026-03-21T10:00:00+08:00', '2026-05-31T11:00:00+08:00'],
    },
    [
      '2026-03-02 10:00 rose basic → silver until 2027-03-01',
      '2026-03-21 10:00 undone silver → basic',
      '2026-05-31 11:00 rose basic → silver until 2027-05-30',
    ],
    'silver until 2027-05-30',
  ),
  told(
    'any of several criteria is enough where the threshold says so',
    {
      rules: {
        tiers: steps({
          enter: any(
            { measure: 'spend', window: ROLLING_YEAR, atLeast: 100_000 },
            { measure: 'orders', window: LIFETIME, atLeast: 2 },
          ),
        }),
      },
      orders: [order('2021-03-01T10:00:00+08:00', 1), order('2026-03-01T10:00:00+08:00', 1)],
      acts: ['2026-03-01T11:00:00+08:00'],
    },
    ['2026-03-01 11:00 rose basic → silver until 2027-02-28'],
    'silver until 2027-02-28',
  ),
  told(
    'gold is earned although silver below it is not met',
    {
      rules: { tiers: steps({ enter: counted('orders', 5) }) },
      orders: [order('2026-03-01T10:00:00+08:00', 500_000)],
      acts: ['2026-03-01T11:00:00+08:00'],
    },
    ['2026-03-01 11:00 rose basic → gold until 2027-02-28'],
    'gold until 2027-02-28',
  ),
  told(
    'an order that the shop sends late lifts her when it comes, from that day on',
    {
      orders: [order('2026-03-01T10:00:00+08:00', 100_000, { recordedAt: new Date('2026-03-20T09:00:00+08:00') })],
      acts: ['2026-03-10T10:00:00+08:00', '2026-03-20T10:00:00+08:00'],
    },
    ['2026-03-20 10:00 rose basic → silver until 2027-03-19'],
    'silver until 2027-03-19',
  ),
  told(
    'orders that go to another customer are no longer hers, and come back with her',
    {
      orders: [order('2026-03-01T10:00:00+08:00', 100_000)],
      acts: [
        '2026-03-01T10:00:00+08:00',
        { at: '2026-03-05T10:00:00+08:00', orders: [] },
        {
          at: '2026-03-06T10:00:00+08:00',
          orders: [order('2026-03-01T10:00:00+08:00', 100_000), order('2026-02-01T10:00:00+08:00', 400_000)],
        },
      ],
    },
    [
      '2026-03-01 10:00 rose basic → silver until 2027-02-28',
      '2026-03-05 10:00 undone silver → basic',
      '2026-03-06 10:00 rose basic → gold until 2027-03-05',
    ],
    'gold until 2027-03-05',
  ),
];
