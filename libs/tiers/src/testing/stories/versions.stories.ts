import { order } from '../history';
import { spent, steps, terms, tier, version } from '../ladders';
import { told } from './told-story';

const FIRST = version(1, '2020-01-01T00:00:00+08:00', terms());
const START = '2026-06-01T00:00:00+08:00';
const AFTER = '2026-06-01T02:00:00+08:00';
const BEFORE = '2026-05-31T23:59:59+08:00';
const RISE = '2026-03-10T10:01:00+08:00';
const SILVER_ORDER = order('2026-03-10T10:00:00+08:00', 100_000);
const ROSE = '2026-03-10 10:01 rose basic → silver until 2027-03-09';
/** Twice as much is asked. */
const DEARER = steps({ enter: spent(2_000) }, { enter: spent(10_000) });

/** A ladder that is changed while it runs. */
export const VERSION_STORIES = [
  told(
    'a dearer ladder does nothing before its day; from then on she keeps what she was promised',
    {
      versions: [FIRST, version(2, START, terms({ tiers: DEARER }))],
      orders: [SILVER_ORDER],
      acts: [RISE, BEFORE, AFTER, '2027-03-10T12:00Z'],
    },
    [ROSE, '2027-03-10 fell silver → basic'],
    'basic',
  ),
  told(
    'looked at anew by a dearer ladder she goes down on its day',
    {
      versions: [
        FIRST,
        version(2, START, terms({ tiers: DEARER, atStart: { kind: 're-evaluate', grandfatherUntil: null } })),
      ],
      orders: [SILVER_ORDER],
      acts: [RISE, BEFORE, AFTER],
    },
    [ROSE, '2026-06-01 restated silver → basic'],
    'basic',
  ),
  told(
    'looked at anew she may stay where keeping asks for less than entering, with the end that she had',
    {
      versions: [
        FIRST,
        version(
          2,
          START,
          terms({
            tiers: steps({ enter: spent(2_000), keep: spent(1_000) }),
            atStart: { kind: 're-evaluate', grandfatherUntil: null },
          }),
        ),
      ],
      orders: [SILVER_ORDER],
      acts: [RISE, AFTER],
    },
    [ROSE],
    'silver until 2027-03-09',
  ),
  told(
    'a dearer ladder that lets members keep their tier for a while takes it when that time is over',
    {
      versions: [
        FIRST,
        version(2, START, terms({ tiers: DEARER, atStart: { kind: 're-evaluate', grandfatherUntil: '2026-12-31' } })),
      ],
      orders: [SILVER_ORDER],
      acts: [RISE, AFTER, '2026-12-31T12:00Z', '2027-01-01T12:00Z'],
    },
    [ROSE, '2026-06-01 restated silver until 2026-12-31', '2027-01-01 fell silver → basic'],
    'basic',
  ),
  told(
    'a cheaper ladder lifts her on its day',
    {
      versions: [FIRST, version(2, START, terms({ tiers: steps({ enter: spent(500) }, { enter: spent(900) }) }))],
      orders: [SILVER_ORDER],
      acts: [RISE, AFTER],
    },
    [ROSE, '2026-06-01 02:00 rose silver → gold until 2027-05-31'],
    'gold until 2027-05-31',
  ),
  told(
    'the tier that is gone is replaced by the one that takes its members',
    {
      versions: [
        FIRST,
        version(
          2,
          START,
          terms({
            tiers: [
              tier('basic', null),
              tier('bronze', spent(500)),
              tier('platinum', spent(1_500), { replaces: ['gold', 'silver'] }),
            ],
          }),
        ),
      ],
      orders: [SILVER_ORDER],
      acts: [RISE, AFTER],
    },
    [ROSE, '2026-06-01 restated silver → platinum until 2027-03-09'],
    'platinum until 2027-03-09',
  ),
  told(
    'the tier that is gone without anyone taking its members leaves them in the lowest',
    {
      versions: [FIRST, version(2, START, terms({ tiers: [tier('basic', null), tier('gold', spent(5_000))] }))],
      orders: [SILVER_ORDER],
      acts: [RISE, AFTER],
    },
    [ROSE, '2026-06-01 restated silver → basic'],
    'basic',
  ),
  told(
    'a ladder that knows no ends takes them away, and one that knows them gives one, counted from its day',
    {
      versions: [
        FIRST,
        version(2, START, terms({ validity: { kind: 'unlimited' } })),
        version(3, '2026-07-01T00:00:00+08:00', terms({ validity: { kind: 'months', months: 6 } })),
      ],
      orders: [SILVER_ORDER],
      acts: [RISE, AFTER, '2026-07-10T12:00:00+08:00'],
    },
    [ROSE, '2026-06-01 restated silver', '2026-07-01 restated silver until 2026-12-31'],
    'silver until 2026-12-31',
  ),
  told(
    'a refund after a new ladder came into force undoes no rise of the old one',
    {
      versions: [FIRST, version(2, START, terms())],
      orders: [
        order('2026-03-10T10:00:00+08:00', 100_000, {
          refunds: [{ at: new Date('2026-06-10T10:00:00+08:00'), cents: 100_000 }],
        }),
      ],
      acts: [RISE, AFTER, '2026-06-10T12:00:00+08:00'],
    },
    [ROSE],
    'silver until 2027-03-09',
  ),
  told(
    'a ladder that knows no days of grace ends those of her who is in grace, from its day on and not before',
    {
      versions: [version(1, '2020-01-01T00:00:00+08:00', terms({ graceDays: 31 })), version(2, START, terms())],
      orders: [order('2025-05-11T10:00:00+08:00', 100_000, { recordedAt: new Date('2025-05-12T09:00:00+08:00') })],
      acts: ['2025-05-12T10:00:00+08:00', '2026-05-12T02:00:00+08:00', AFTER],
    },
    [
      '2025-05-12 10:00 rose basic → silver until 2026-05-11',
      '2026-05-12 grace silver until 2026-05-11',
      '2026-06-01 fell silver → basic',
    ],
    'basic',
  ),
  told(
    'of two versions of the same moment the one that was published later holds',
    {
      versions: [
        { ...version(3, START, terms({ tiers: DEARER })), publishedAt: new Date('2026-05-02T00:00:00Z') },
        { ...version(2, START, terms()), publishedAt: new Date('2026-05-01T00:00:00Z') },
      ],
      orders: [order('2026-06-01T01:00:00+08:00', 100_000)],
      acts: [BEFORE, AFTER],
    },
    [],
    'never moved',
  ),
  told(
    'the first evaluation of a base places customers where they stand',
    {
      orders: [SILVER_ORDER],
      acts: [{ at: RISE, placement: true }],
    },
    ['2026-03-10 10:01 placed basic → silver until 2027-03-09'],
    'silver until 2027-03-09',
  ),
];
