import { order, type PastOrder } from '../history';
import { told } from './told-story';

const RISE = '2026-03-10T10:01:00+08:00';
const GOLD_ORDER = order('2026-03-10T10:00:00+08:00', 500_000);
const ROSE = '2026-03-10 10:01 rose basic → gold until 2027-03-09';

/** An order that lifts her to silver, and its refund. */
function onAndOff(paid: string, refunded: string): PastOrder {
  return order(`${paid}T10:00:00+08:00`, 100_000, {
    refunds: [{ at: new Date(`${refunded}T10:00:00+08:00`), cents: 100_000 }],
  });
}

const TWICE_UP = {
  orders: [
    onAndOff('2026-03-01', '2026-03-02'),
    onAndOff('2026-03-03', '2026-03-04'),
    onAndOff('2027-02-01', '2027-02-02'),
  ],
  acts: ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04', '2027-02-01'].map((day) => `${day}T12:00:00+08:00`),
};

const UP_AND_DOWN = [
  '2026-03-01 12:00 rose basic → silver until 2027-02-28',
  '2026-03-02 12:00 undone silver → basic',
  '2026-03-03 12:00 rose basic → silver until 2027-03-02',
  '2026-03-04 12:00 undone silver → basic',
  '2027-02-01 12:00 rose basic → silver until 2028-01-31',
];

/** Entry gifts: whose, how often. */
export const GIFT_STORIES = [
  told(
    'who skips silver gets the gift of gold alone',
    { orders: [GOLD_ORDER], acts: [RISE] },
    [ROSE],
    'gold until 2027-03-09',
    ['entry:gold'],
  ),
  told(
    'who skips silver gets its gift as well where the house says so',
    { rules: { gifts: { skipped: true, once: 'ever', placement: false } }, orders: [GOLD_ORDER], acts: [RISE] },
    [ROSE],
    'gold until 2027-03-09',
    ['entry:gold', 'entry:silver'],
  ),
  told('who rises again gets no second gift', TWICE_UP, UP_AND_DOWN, 'silver until 2028-01-31', ['entry:silver']),
  told(
    'who rises again in another year gets a second gift where the house gives one a year',
    { rules: { gifts: { skipped: false, once: 'year', placement: false } }, ...TWICE_UP },
    UP_AND_DOWN,
    'silver until 2028-01-31',
    ['entry:silver:2026', 'entry:silver:2027'],
  ),
  told(
    'on New Year’s Eve it is still the old year’s gift, whatever the year is elsewhere',
    {
      timeZone: 'America/New_York',
      rules: { gifts: { skipped: false, once: 'year', placement: false } },
      orders: [order('2027-01-01T04:00:00Z', 100_000)],
      acts: ['2027-01-01T04:30:00Z'],
    },
    ['2026-12-31 23:30 rose basic → silver until 2027-12-30'],
    'silver until 2027-12-30',
    ['entry:silver:2026'],
  ),
  told(
    'who is placed where she stands gets nothing',
    { orders: [GOLD_ORDER], acts: [{ at: RISE, placement: true }] },
    ['2026-03-10 10:01 placed basic → gold until 2027-03-09'],
    'gold until 2027-03-09',
    [],
  ),
  told(
    'who is placed where she stands gets the gift where the house says so',
    {
      rules: { gifts: { skipped: false, once: 'ever', placement: true } },
      orders: [GOLD_ORDER],
      acts: [{ at: RISE, placement: true }],
    },
    ['2026-03-10 10:01 placed basic → gold until 2027-03-09'],
    'gold until 2027-03-09',
    ['entry:gold'],
  ),
  told(
    'a tier that staff gives brings no gift; what she earns below it does',
    {
      orders: [order('2026-03-10T10:00:00+08:00', 100_000)],
      acts: [{ at: '2026-03-01T12:00:00+08:00', lock: { tierKey: 'gold', until: '2026-12-31', mayRise: false } }, RISE],
    },
    [
      '2026-03-01 12:00 locked basic → gold (own basic)',
      '2026-03-10 10:01 rose gold until 2027-03-09 (own basic → silver)',
    ],
    'gold until 2027-03-09',
    ['entry:silver'],
  ),
];
