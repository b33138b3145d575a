import { order } from '../history';
import { counted, spent, steps } from '../ladders';
import { told } from './told-story';

const ANNUAL = { kind: 'membership-year' } as const;
const CALENDAR = { kind: 'calendar-year' } as const;
const MONTH = { kind: 'rolling', months: 1 } as const;

/** Leap days, month ends, time zones, windows and validities of each kind. */
export const DAY_STORIES = [
  told(
    'risen on 29 February for 12 months, she holds until 27 February, and what lifted her still counts for keeping',
    {
      memberSince: '2024-02-29T09:00:00+08:00',
      orders: [order('2024-02-29T10:00:00+08:00', 100_000)],
      acts: [
        '2024-02-29T11:00:00+08:00',
        '2025-02-27T23:59:00+08:00',
        '2025-02-28T00:01:00+08:00',
        '2026-02-28T12:00Z',
      ],
    },
    [
      '2024-02-29 11:00 rose basic → silver until 2025-02-27',
      '2025-02-28 kept silver until 2026-02-27',
      '2026-02-28 fell silver → basic',
    ],
    'basic',
  ),
  told(
    'who was born into the house on 29 February has her anniversary on the 28th in common years',
    {
      rules: {
        tiers: steps({ enter: spent(1_000, ANNUAL) }),
        validity: { kind: 'membership-year', more: 0 },
      },
      memberSince: '2024-02-29T09:00:00+08:00',
      orders: [
        order('2025-02-27T12:00:00+08:00', 50_000),
        order('2025-02-28T12:00:00+08:00', 60_000),
        order('2026-02-27T12:00:00+08:00', 40_000),
      ],
      acts: [
        '2025-02-28T13:00:00+08:00',
        '2026-02-27T13:00:00+08:00',
        '2026-02-28T01:00:00+08:00',
        '2027-03-01T12:00Z',
      ],
    },
    [
      '2026-02-27 13:00 rose basic → silver until 2026-02-27',
      '2026-02-28 kept silver until 2027-02-27',
      '2027-02-28 fell silver → basic',
    ],
    'basic',
  ),
  told(
    'the membership year that ends in a leap year ends on 28 February',
    {
      rules: {
        tiers: steps({ enter: spent(1_000, ANNUAL) }),
        validity: { kind: 'membership-year', more: 0 },
      },
      memberSince: '2024-02-29T09:00:00+08:00',
      orders: [order('2027-03-01T12:00:00+08:00', 100_000)],
      acts: ['2027-03-01T12:01:00+08:00'],
    },
    ['2027-03-01 12:01 rose basic → silver until 2028-02-28'],
    'silver until 2028-02-28',
  ),
  told(
    'a month from 31 January ends on 27 February, the next one on 27 March',
    {
      rules: { tiers: steps({ enter: counted('orders', 1, MONTH) }), validity: { kind: 'months', months: 1 } },
      orders: [order('2026-01-31T20:00:00+08:00', 100), order('2026-03-27T23:59:59+08:00', 100)],
      acts: [
        '2026-01-31T20:00:00+08:00',
        '2026-02-28T09:00:00+08:00',
        '2026-03-28T00:00:00+08:00',
        '2026-04-27T23:00:00+08:00',
        '2026-04-28T09:00:00+08:00',
      ],
    },
    [
      '2026-01-31 20:00 rose basic → silver until 2026-02-27',
      '2026-02-28 kept silver until 2026-03-27',
      '2026-03-28 kept silver until 2026-04-27',
      '2026-04-28 fell silver → basic',
    ],
    'basic',
  ),
  told(
    'a rolling month on 28 March goes back to 1 March: 28 February is out of it',
    {
      rules: { tiers: steps({ enter: counted('orders', 2, MONTH) }) },
      orders: [order('2026-02-28T20:00:00+08:00', 100), order('2026-03-28T10:00:00+08:00', 100)],
      acts: ['2026-03-28T11:00:00+08:00'],
    },
    [],
    'never moved',
  ),
  told(
    'a rolling month on 27 March goes back to 28 February',
    {
      rules: { tiers: steps({ enter: counted('orders', 2, MONTH) }) },
      orders: [order('2026-02-28T00:00:00+08:00', 100), order('2026-03-27T10:00:00+08:00', 100)],
      acts: ['2026-03-27T11:00:00+08:00'],
    },
    ['2026-03-27 11:00 rose basic → silver until 2027-03-26'],
    'silver until 2027-03-26',
  ),
  told(
    'the first day of 12 rolling months is the day after the same day of last year',
    {
      orders: [
        order('2025-03-15T23:59:59+08:00', 40_000),
        order('2025-03-16T00:00:00+08:00', 60_000),
        order('2026-03-15T10:00:00+08:00', 30_000),
        order('2026-03-15T12:00:00+08:00', 10_000),
      ],
      acts: ['2026-03-15T11:00:00+08:00', '2026-03-15T13:00:00+08:00'],
    },
    ['2026-03-15 13:00 rose basic → silver until 2027-03-14'],
    'silver until 2027-03-14',
  ),
  told(
    'a calendar year begins anew on 1 January, and a tier holds to the end of the next one where one year more is given',
    {
      rules: {
        tiers: steps({ enter: spent(1_000, CALENDAR) }),
        validity: { kind: 'calendar-year', more: 1 },
      },
      orders: [
        order('2024-12-31T23:30:00+08:00', 50_000),
        order('2025-01-01T00:00:00+08:00', 50_000),
        order('2025-12-31T23:30:00+08:00', 50_000),
      ],
      acts: [
        '2025-01-01T00:10:00+08:00',
        '2025-12-31T23:40:00+08:00',
        '2026-12-31T12:00Z',
        '2027-01-01T00:00:00+08:00',
      ],
    },
    ['2025-12-31 23:40 rose basic → silver until 2026-12-31', '2027-01-01 fell silver → basic'],
    'basic',
  ),
  told(
    'an evening order of 31 March in London is one of April in Shanghai',
    {
      rules: { tiers: steps({ enter: counted('months', 2) }) },
      orders: [order('2026-04-10T12:00:00Z', 100), order('2026-03-31T16:30:00Z', 100)],
      acts: ['2026-04-11T00:00:00Z'],
    },
    [],
    'never moved',
  ),
  told(
    'half an hour before midnight in Shanghai it is still March',
    {
      rules: { tiers: steps({ enter: counted('months', 2) }) },
      orders: [order('2026-04-10T12:00:00Z', 100), order('2026-03-31T15:30:00Z', 100)],
      acts: ['2026-04-11T00:00:00Z'],
    },
    ['2026-04-11 08:00 rose basic → silver until 2027-04-10'],
    'silver until 2027-04-10',
  ),
  told(
    'in New York the day on which the clocks go forward ends an hour sooner',
    {
      timeZone: 'America/New_York',
      rules: { tiers: steps({ enter: counted('orders', 2, MONTH) }) },
      // 8 March ends at 04:00Z: the first of these is an order of the 8th, the second of the 9th
      orders: [
        order('2026-03-09T03:59:59Z', 100),
        order('2026-03-09T04:00:00Z', 100),
        order('2026-04-09T03:59:59Z', 100),
      ],
      acts: ['2026-04-08T12:00:00Z', '2026-04-09T03:59:59Z'],
    },
    ['2026-04-08 23:59 rose basic → silver until 2027-04-07'],
    'silver until 2027-04-07',
  ),
  told(
    'in New York a validity that ends on the day on which the clocks go back ends an hour later',
    {
      timeZone: 'America/New_York',
      rules: {
        tiers: steps({ enter: counted('orders', 1, MONTH), keep: counted('orders', 2, MONTH) }),
        validity: { kind: 'months', months: 1 },
      },
      orders: [order('2026-10-02T15:00:00Z', 100)],
      acts: ['2026-10-02T15:00:00Z', '2026-11-02T04:59:59Z', '2026-11-02T05:00:00Z'],
    },
    ['2026-10-02 11:00 rose basic → silver until 2026-11-01', '2026-11-02 fell silver → basic'],
    'basic',
  ),
];
