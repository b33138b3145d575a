import { order } from '../history';
import { spent, steps } from '../ladders';
import { told } from './told-story';

/** Rises at the end of a month, a quarter or a year. */
export const PERIOD_STORIES = [
  told(
    'rises at the end of a month wait for it, and count from the day after it',
    {
      rules: { rises: { at: 'period-end', period: 'month' } },
      orders: [order('2026-03-31T23:59:59+08:00', 100_000), order('2026-04-01T00:00:00+08:00', 400_000)],
      acts: [
        '2026-03-31T23:59:59+08:00',
        '2026-04-01T00:05:00+08:00',
        '2026-04-30T12:00Z',
        '2026-05-01T00:05:00+08:00',
      ],
    },
    ['2026-04-01 rose basic → silver until 2027-03-31', '2026-05-01 rose silver → gold until 2027-04-30'],
    'gold until 2027-04-30',
  ),
  told(
    'rises at the end of a quarter are told by the figures of its last day',
    {
      rules: { rises: { at: 'period-end', period: 'quarter' } },
      orders: [order('2025-04-01T00:00:00+08:00', 50_000), order('2026-03-31T10:00:00+08:00', 50_000)],
      acts: ['2026-03-31T12:00Z', '2026-06-30T12:00Z'],
    },
    ['2026-04-01 rose basic → silver until 2027-03-31'],
    'silver until 2027-03-31',
  ),
  told(
    'rises at the end of a year are told by the figures of 31 December',
    {
      rules: {
        rises: { at: 'period-end', period: 'year' },
        tiers: steps({ enter: spent(1_000, { kind: 'calendar-year' }) }),
        validity: { kind: 'calendar-year', more: 0 },
      },
      orders: [order('2025-12-31T23:00:00+08:00', 100_000)],
      acts: [
        '2025-12-31T23:30:00+08:00',
        '2026-01-01T01:00:00+08:00',
        '2026-12-31T12:00Z',
        '2027-01-01T01:00:00+08:00',
      ],
    },
    ['2026-01-01 rose basic → silver until 2026-12-31', '2027-01-01 fell silver → basic'],
    'basic',
  ),
  told(
    'what is returned after the end of the month undoes the rise when the next month has ended',
    {
      rules: { rises: { at: 'period-end', period: 'month' } },
      orders: [
        order('2026-03-10T10:00:00+08:00', 100_000),
        order('2026-04-03T10:00:00+08:00', 100, { kind: 'return' }),
      ],
      acts: ['2026-04-05T10:00:00+08:00', '2026-04-06T10:00:00+08:00', '2026-05-01T00:05:00+08:00'],
    },
    ['2026-04-01 rose basic → silver until 2027-03-31', '2026-05-01 00:05 undone silver → basic'],
    'basic',
  ),
  told(
    'a year that is over before she is seen to have earned it is not begun: it begins when she is seen',
    {
      rules: {
        rises: { at: 'period-end', period: 'year' },
        tiers: steps({ enter: spent(1_000, { kind: 'calendar-year' }) }),
        validity: { kind: 'months', months: 3 },
        refunds: 'stay',
      },
      orders: [order('2025-12-30T10:00:00+08:00', 100_000, { recordedAt: new Date('2026-06-01T10:00:00+08:00') })],
      acts: ['2026-06-01T10:00:00+08:00', '2026-06-02T10:00:00+08:00'],
    },
    ['2026-06-01 10:00 rose basic → silver until 2026-08-31'],
    'silver until 2026-08-31',
  ),
];
