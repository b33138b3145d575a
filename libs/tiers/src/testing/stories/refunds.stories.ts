import { order, type PastOrder } from '../history';
import { spent, steps } from '../ladders';
import { told } from './told-story';

function refunded(paidAt: string, totalCents: number, at: string, cents = totalCents): PastOrder {
  return order(paidAt, totalCents, { refunds: [{ at: new Date(at), cents }] });
}

/** Refunds after a rise: undone, or not. */
export const REFUND_STORIES = [
  told(
    'the order that lifted her is refunded: the rise is undone',
    {
      orders: [refunded('2026-03-10T10:00:00+08:00', 100_000, '2026-04-01T09:00:00+08:00')],
      acts: ['2026-03-10T10:01:00+08:00', '2026-04-01T10:00:00+08:00'],
    },
    ['2026-03-10 10:01 rose basic → silver until 2027-03-09', '2026-04-01 10:00 undone silver → basic'],
    'basic',
  ),
  told(
    'a house that lets rises stay takes her down only at the end of her year',
    {
      rules: { refunds: 'stay' },
      orders: [refunded('2026-03-10T10:00:00+08:00', 100_000, '2026-04-01T09:00:00+08:00')],
      acts: ['2026-03-10T10:01:00+08:00', '2026-04-01T10:00:00+08:00', '2027-03-09T12:00Z', '2027-03-10T12:00Z'],
    },
    ['2026-03-10 10:01 rose basic → silver until 2027-03-09', '2027-03-10 fell silver → basic'],
    'basic',
  ),
  told(
    'what is left is still enough for the tier between: she goes there and holds it as long as the higher one',
    {
      orders: [refunded('2026-03-10T10:00:00+08:00', 500_000, '2026-04-01T09:00:00+08:00', 300_000)],
      acts: ['2026-03-10T10:01:00+08:00', '2026-04-01T10:00:00+08:00'],
    },
    ['2026-03-10 10:01 rose basic → gold until 2027-03-09', '2026-04-01 10:00 undone gold → silver until 2027-03-09'],
    'silver until 2027-03-09',
  ),
  told(
    'a second refund undoes what was left of the rise',
    {
      orders: [
        order('2026-03-10T10:00:00+08:00', 500_000, {
          refunds: [
            { at: new Date('2026-04-01T09:00:00+08:00'), cents: 300_000 },
            { at: new Date('2026-04-02T09:00:00+08:00'), cents: 150_000 },
          ],
        }),
      ],
      acts: ['2026-03-10T10:01:00+08:00', '2026-04-01T10:00:00+08:00', '2026-04-02T10:00:00+08:00'],
    },
    [
      '2026-03-10 10:01 rose basic → gold until 2027-03-09',
      '2026-04-01 10:00 undone gold → silver until 2027-03-09',
      '2026-04-02 10:00 undone silver → basic',
    ],
    'basic',
  ),
  told(
    'back in the former tier she has the end of validity that she had there',
    {
      orders: [
        order('2026-01-05T10:00:00+08:00', 100_000),
        refunded('2026-03-10T10:00:00+08:00', 400_000, '2026-04-01T09:00:00+08:00'),
      ],
      acts: ['2026-01-05T10:01:00+08:00', '2026-03-10T10:01:00+08:00', '2026-04-01T10:00:00+08:00'],
    },
    [
      '2026-01-05 10:01 rose basic → silver until 2027-01-04',
      '2026-03-10 10:01 rose silver → gold until 2027-03-09',
      '2026-04-01 10:00 undone gold → silver until 2027-01-04',
    ],
    'silver until 2027-01-04',
  ),
  told(
    'the former end of validity is over by the time of the refund: its end is decided in the same look',
    {
      rules: { tiers: steps({ enter: spent(1_000), keep: spent(2_000) }) },
      orders: [
        order('2026-01-05T10:00:00+08:00', 100_000),
        refunded('2026-12-10T10:00:00+08:00', 400_000, '2027-02-01T09:00:00+08:00'),
      ],
      acts: ['2026-01-05T10:01:00+08:00', '2026-12-10T10:01:00+08:00', '2027-02-01T10:00:00+08:00'],
    },
    [
      '2026-01-05 10:01 rose basic → silver until 2027-01-04',
      '2026-12-10 10:01 rose silver → gold until 2027-12-09',
      '2027-02-01 10:00 undone gold → silver until 2027-01-04',
      '2027-02-01 10:00 fell silver → basic',
    ],
    'basic',
  ),
  told(
    'a refund after her validity was renewed undoes nothing; it counts when the next one ends',
    {
      orders: [
        refunded('2025-03-10T10:00:00+08:00', 100_000, '2026-04-01T09:00:00+08:00'),
        refunded('2025-09-01T10:00:00+08:00', 100_000, '2026-04-01T09:00:00+08:00'),
      ],
      acts: [
        '2025-03-10T10:01:00+08:00',
        '2026-03-10T10:00:00+08:00',
        '2026-04-01T10:00:00+08:00',
        '2027-03-10T12:00Z',
      ],
    },
    [
      '2025-03-10 10:01 rose basic → silver until 2026-03-09',
      '2026-03-10 kept silver until 2027-03-09',
      '2027-03-10 fell silver → basic',
    ],
    'basic',
  ),
  told(
    'a refund is made good by what she bought since, for the window of the rise goes on to today',
    {
      orders: [
        refunded('2026-03-10T10:00:00+08:00', 100_000, '2026-04-01T09:00:00+08:00'),
        order('2026-03-20T10:00:00+08:00', 100_000),
      ],
      acts: ['2026-03-10T10:01:00+08:00', '2026-04-01T10:00:00+08:00'],
    },
    ['2026-03-10 10:01 rose basic → silver until 2027-03-09'],
    'silver until 2027-03-09',
  ),
  told(
    'days that leave the window undo no rise',
    {
      orders: [order('2025-03-11T10:00:00+08:00', 60_000), order('2026-03-10T10:00:00+08:00', 40_000)],
      acts: ['2026-03-10T10:01:00+08:00', '2026-03-12T10:00:00+08:00', '2027-03-09T12:00Z', '2027-03-10T12:00Z'],
    },
    ['2026-03-10 10:01 rose basic → silver until 2027-03-09', '2027-03-10 fell silver → basic'],
    'basic',
  ),
];
