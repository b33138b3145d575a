import { order } from '../history';
import { spent, steps } from '../ladders';
import { told } from './told-story';

/** Paid on 9 January, sent by the shop on the 10th: it lifts her on the 10th and is older than the validity that begins. */
const GOLD_ORDER = order('2024-01-09T10:00:00+08:00', 500_000, { recordedAt: new Date('2024-01-10T09:00:00+08:00') });
const RISE = '2024-01-10T10:00:00+08:00';
const ROSE = '2024-01-10 10:00 rose basic → gold until 2025-01-09';

/** Ends of validity: kept, in grace, one step down, looked at anew. */
export const END_STORIES = [
  told(
    'nobody looked for two years: she went down one step a year, on the days on which she would have gone',
    { orders: [GOLD_ORDER], acts: [RISE, '2026-06-01T10:00:00+08:00'] },
    [ROSE, '2025-01-10 fell gold → silver until 2026-01-09', '2026-01-10 fell silver → basic'],
    'basic',
  ),
  told(
    'looked at every few weeks she goes down on the same days',
    {
      orders: [GOLD_ORDER],
      acts: [
        RISE,
        '2024-12-31T12:00Z',
        '2025-01-09T15:59:59Z',
        '2025-01-09T16:00:00Z',
        '2025-07-01T12:00Z',
        '2026-01-15T12:00Z',
      ],
    },
    [ROSE, '2025-01-10 fell gold → silver until 2026-01-09', '2026-01-10 fell silver → basic'],
    'basic',
  ),
  told(
    'looked at anew she goes straight to the tier that she still reaches',
    {
      rules: { atEnd: 're-evaluate' },
      orders: [GOLD_ORDER],
      acts: [RISE, '2026-06-01T10:00:00+08:00'],
    },
    [ROSE, '2025-01-10 fell gold → basic'],
    'basic',
  ),
  told(
    'looked at anew she may stay where the lower threshold of keeping is met',
    {
      rules: { atEnd: 're-evaluate', tiers: steps({ keep: spent(600) }) },
      orders: [GOLD_ORDER, order('2025-01-09T23:59:59+08:00', 60_000)],
      acts: [RISE, '2025-01-10T00:00:00+08:00'],
    },
    [ROSE, '2025-01-10 fell gold → silver until 2026-01-09'],
    'silver until 2026-01-09',
  ),
  told(
    'a ladder that renews without asking never takes her down',
    {
      rules: { atEnd: 'keep' },
      orders: [GOLD_ORDER],
      acts: [RISE, '2026-06-01T10:00:00+08:00'],
    },
    [ROSE, '2025-01-10 kept gold until 2026-01-09', '2026-01-10 kept gold until 2027-01-09'],
    'gold until 2027-01-09',
  ),
  told(
    'less is asked for keeping than for entering, and the last cent of it is paid on the last day',
    {
      rules: { tiers: steps({}, { keep: spent(3_000) }) },
      orders: [
        GOLD_ORDER,
        order('2024-01-10T00:00:00+08:00', 299_999, { recordedAt: new Date('2024-01-11T10:00:00+08:00') }),
        order('2025-01-09T23:59:59+08:00', 1),
      ],
      acts: [RISE, '2025-01-10T00:00:00+08:00'],
    },
    [ROSE, '2025-01-10 kept gold until 2026-01-09'],
    'gold until 2026-01-09',
  ),
  told(
    'in grace she keeps the tier; the last day of grace passes, and she goes down the day after',
    {
      rules: { graceDays: 15 },
      orders: [GOLD_ORDER],
      acts: [RISE, '2025-01-10T00:00:00+08:00', '2025-01-20T12:00Z', '2025-01-24T15:59:59Z', '2025-01-24T16:00:00Z'],
    },
    [ROSE, '2025-01-10 grace gold until 2025-01-09', '2025-01-25 fell gold → silver until 2026-01-24'],
    'silver until 2026-01-24',
  ),
  told(
    'what she buys on the last day of grace keeps her, from the day after her last day',
    {
      rules: { graceDays: 15 },
      orders: [GOLD_ORDER, order('2025-01-24T23:59:59+08:00', 500_000)],
      acts: [RISE, '2025-01-10T12:00Z', '2025-01-24T23:59:59+08:00'],
    },
    [ROSE, '2025-01-10 grace gold until 2025-01-09', '2025-01-10 kept gold until 2026-01-09'],
    'gold until 2026-01-09',
  ),
  told(
    'what she buys the day after grace comes too late: she goes down and rises again',
    {
      rules: { graceDays: 15 },
      orders: [GOLD_ORDER, order('2025-01-25T00:00:00+08:00', 500_000)],
      acts: [RISE, '2025-01-10T12:00Z', '2025-01-25T09:00:00+08:00'],
    },
    [
      ROSE,
      '2025-01-10 grace gold until 2025-01-09',
      '2025-01-25 fell gold → silver until 2026-01-24',
      '2025-01-25 09:00 rose silver → gold until 2026-01-24',
    ],
    'gold until 2026-01-24',
  ),
  told(
    'an order that the shop sends late, in grace, keeps her',
    {
      rules: { graceDays: 15 },
      orders: [
        GOLD_ORDER,
        order('2025-01-05T10:00:00+08:00', 500_000, { recordedAt: new Date('2025-01-18T10:00:00+08:00') }),
      ],
      acts: [RISE, '2025-01-11T12:00Z', '2025-01-18T10:00:00+08:00'],
    },
    [ROSE, '2025-01-10 grace gold until 2025-01-09', '2025-01-10 kept gold until 2026-01-09'],
    'gold until 2026-01-09',
  ),
  told(
    'from grace she may rise as on any other day',
    {
      rules: { graceDays: 15, tiers: steps({ keep: spent(9_000) }) },
      orders: [
        order('2024-01-10T09:00:00+08:00', 100_000),
        order('2025-01-20T10:00:00+08:00', 499_999),
        order('2025-01-21T10:00:00+08:00', 1),
      ],
      acts: [RISE, '2025-01-10T12:00Z', '2025-01-20T11:00:00+08:00', '2025-01-21T11:00:00+08:00'],
    },
    [
      '2024-01-10 10:00 rose basic → silver until 2025-01-09',
      '2025-01-10 grace silver until 2025-01-09',
      '2025-01-21 11:00 rose silver → gold until 2026-01-20',
    ],
    'gold until 2026-01-20',
  ),
  told(
    'a tier without end is never looked at again',
    {
      rules: { validity: { kind: 'unlimited' } },
      orders: [order('2020-06-01T10:00:00+08:00', 100_000)],
      acts: ['2020-06-01T10:00:00+08:00', '2026-06-01T10:00:00+08:00'],
    },
    ['2020-06-01 10:00 rose basic → silver'],
    'silver',
  ),
];
