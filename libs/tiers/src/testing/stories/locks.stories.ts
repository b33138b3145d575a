import { order } from '../history';
import { terms, tier, spent, version } from '../ladders';
import { told } from './told-story';

const SILVER_ORDER = order('2026-03-10T10:00:00+08:00', 100_000);
const RISE = '2026-03-10T10:01:00+08:00';
const ROSE = '2026-03-10 10:01 rose basic → silver until 2027-03-09';

/** Tiers given by staff, and standings that another system promised. */
export const LOCK_STORIES = [
  told(
    'staff gives gold for three months; after them the rules show again',
    {
      orders: [SILVER_ORDER],
      acts: [
        RISE,
        { at: '2026-04-01T12:00:00+08:00', lock: { tierKey: 'gold', until: '2026-06-30', mayRise: false } },
        '2026-06-30T23:59:59+08:00',
        '2026-07-01T02:00:00+08:00',
      ],
    },
    [
      ROSE,
      '2026-04-01 12:00 locked silver → gold until 2027-03-09 (own silver)',
      '2026-07-01 lock-ended gold → silver until 2027-03-09 (own silver)',
    ],
    'silver until 2027-03-09',
  ),
  told(
    'under a lock she rises and falls by the rules, and sees nothing of it before the lock is over',
    {
      acts: [
        { at: '2026-03-01T12:00:00+08:00', lock: { tierKey: 'silver', until: '2027-06-30', mayRise: false } },
        '2026-03-10T10:01:00+08:00',
        '2027-03-11T12:00:00+08:00',
        '2027-07-01T02:00:00+08:00',
      ],
      orders: [order('2026-03-09T10:00:00+08:00', 500_000, { recordedAt: new Date(RISE) })],
    },
    [
      '2026-03-01 12:00 locked basic → silver (own basic)',
      '2026-03-10 10:01 rose silver until 2027-03-09 (own basic → gold)',
      '2027-03-10 fell silver until 2028-03-09 (own gold → silver)',
      '2027-07-01 lock-ended silver until 2028-03-09',
    ],
    'silver until 2028-03-09',
  ),
  told(
    'under a lock that lets her rise the higher of the two counts',
    {
      acts: [
        { at: '2026-03-01T12:00:00+08:00', lock: { tierKey: 'silver', until: '2027-06-30', mayRise: true } },
        '2026-03-10T10:01:00+08:00',
        '2027-03-10T02:00:00+08:00',
        '2028-05-01T12:00:00+08:00',
      ],
      orders: [order('2026-03-09T10:00:00+08:00', 500_000, { recordedAt: new Date(RISE) })],
    },
    [
      '2026-03-01 12:00 locked basic → silver (own basic)',
      '2026-03-10 10:01 rose silver → gold until 2027-03-09 (own basic → gold)',
      '2027-03-10 fell gold → silver until 2028-03-09',
      '2027-07-01 lock-ended silver until 2028-03-09',
      '2028-03-10 fell silver → basic',
    ],
    'basic',
  ),
  told(
    'a lock may hold her below what she earned',
    {
      orders: [SILVER_ORDER],
      acts: [
        RISE,
        { at: '2026-04-01T12:00:00+08:00', lock: { tierKey: 'basic', until: '2026-04-30', mayRise: false } },
        '2026-04-02T12:00:00+08:00',
        { at: '2026-04-03T12:00:00+08:00', lock: null },
      ],
    },
    [
      ROSE,
      '2026-04-01 12:00 locked silver → basic until 2027-03-09 (own silver)',
      '2026-04-03 12:00 unlocked basic → silver until 2027-03-09 (own silver)',
    ],
    'silver until 2027-03-09',
  ),
  told(
    'a lock on a tier that the new ladder replaces lies on the one that takes its members',
    {
      versions: [
        version(1, '2020-01-01T00:00:00+08:00', terms()),
        version(
          2,
          '2026-06-01T00:00:00+08:00',
          terms({
            tiers: [
              tier('basic', null),
              tier('silver', spent(1_000)),
              tier('platinum', spent(9_000), { replaces: ['gold'] }),
            ],
          }),
        ),
      ],
      orders: [SILVER_ORDER],
      acts: [
        RISE,
        { at: '2026-04-01T12:00:00+08:00', lock: { tierKey: 'gold', until: '2026-06-30', mayRise: false } },
        '2026-06-01T02:00:00+08:00',
      ],
    },
    [
      ROSE,
      '2026-04-01 12:00 locked silver → gold until 2027-03-09 (own silver)',
      '2026-06-01 restated gold → platinum until 2027-03-09 (own silver)',
    ],
    'platinum until 2027-03-09',
  ),
  told(
    'a standing that was brought along holds as long as it was promised, whatever she bought',
    {
      acts: [
        { at: '2026-03-01T12:00:00+08:00', import: 'gold', validUntil: '2026-12-31' },
        '2026-12-31T12:00:00+08:00',
        '2027-01-01T02:00:00+08:00',
      ],
    },
    ['2026-03-01 12:00 imported basic → gold until 2026-12-31', '2027-01-01 fell gold → silver until 2027-12-31'],
    'silver until 2027-12-31',
  ),
];
