import { describe, expect, it } from '@jest/globals';
import type { Criterion, LadderTerms, Tier } from '../../ladders/domain/ladder';
import { TERMS } from '../testing/terms';
import type { Contribution, History } from './contributions';
import { explain, type Standing } from './explanation';

const YEAR = { kind: 'rolling', months: 12 } as const;
const spent = (atLeast: number, window: Criterion['window'] = YEAR): Criterion => ({
  measure: 'spend',
  window,
  atLeast,
});
const all = (...criteria: Criterion[]) => ({ match: 'all', criteria }) as const;
const any = (...criteria: Criterion[]) => ({ match: 'any', criteria }) as const;

function tier(key: string, enter: Tier['enter'], keep: Tier['keep'] = null): Tier {
  return { key, name: key, icon: 'medal', colour: '#a0b1c2', enter, keep, benefits: [], replaces: [] };
}

const SILVER: Standing = {
  tierKey: 'silver',
  since: new Date('2026-03-01T04:00:00Z'),
  ownKey: 'silver',
  validUntil: '2027-02-28',
  inGrace: false,
  roseOn: null,
  roseFrom: null,
  lock: null,
};

const did = (day: string, spend: number, more: Partial<Contribution> = {}): Contribution => ({
  day,
  spend,
  orders: 1,
  growth: 0,
  ...more,
});
const history = (...contributions: Contribution[]): History => ({ memberSince: '2024-02-29', contributions });

describe('the explanation of a tier', () => {
  it('says what is missing to every higher tier', () => {
    const told = explain(TERMS, null, history(did('2026-01-05', 25_000)), '2026-03-01');
    expect(told).toMatchObject({ tier: { key: 'basic' }, rank: 0, isTop: false, since: null, validUntil: null });
    expect(told.next).toEqual({
      tier: TERMS.tiers[1],
      match: 'all',
      met: false,
      decidedOn: null,
      criteria: [
        {
          measure: 'spend',
          window: YEAR,
          figure: 'spend_rolling_12',
          atLeast: 100_000,
          has: 25_000,
          missing: 75_000,
          share: 0.25,
          met: false,
          until: null,
        },
      ],
    });
    expect(told.above.map(({ tier: { key }, criteria }) => [key, criteria[0]!.missing])).toEqual([
      ['silver', 75_000],
      ['gold', 475_000],
    ]);
    expect(told).toMatchObject({ keep: null, ifNot: null, undo: null, lock: null });
  });

  it('says until when a tier holds, what keeps it and what follows if nothing does', () => {
    const told = explain(TERMS, SILVER, history(did('2026-02-28', 90_000), did('2026-03-01', 20_000)), '2026-06-01');
    expect(told).toMatchObject({ tier: { key: 'silver' }, validUntil: '2027-02-28', graceUntil: '2027-03-15' });
    // On 2027-02-28 twelve months go back to 2026-03-01: the 900.00 of the day before are gone by then.
    expect(told.keep).toMatchObject({
      by: '2027-03-15',
      met: false,
      criteria: [{ has: 20_000, missing: 30_000, share: 0.4, atLeast: 50_000 }],
    });
    expect(told.ifNot).toMatchObject({ how: 'one-down', tier: { key: 'basic' }, from: '2027-03-16' });
  });

  it('counts what is done in the days of grace', () => {
    const inGrace = { ...SILVER, inGrace: true };
    const told = explain(TERMS, inGrace, history(did('2026-04-01', 20_000), did('2027-03-10', 31_000)), '2027-03-10');
    expect(told.keep).toMatchObject({ met: true, by: '2027-03-15', criteria: [{ has: 51_000, missing: 0, share: 1 }] });
    expect(told.inGrace).toBe(true);
  });

  it('re-evaluates down to the tier whose threshold the keep figures still meet', () => {
    const terms: LadderTerms = { ...TERMS, atEnd: 're-evaluate', graceDays: 0 };
    const gold = { ...SILVER, ownKey: 'gold', tierKey: 'gold' };
    const told = explain(terms, gold, history(did('2026-05-01', 60_000)), '2026-06-01');
    expect(told.ifNot).toMatchObject({ how: 're-evaluate', tier: { key: 'silver' }, from: '2027-03-01' });
    expect(told.graceUntil).toBeNull();
    const idle = explain(terms, gold, history(), '2026-06-01');
    expect(idle.ifNot).toMatchObject({ tier: { key: 'basic' } });
  });

  it('asks for nothing where the ladder renews by itself, or tiers do not end', () => {
    expect(explain({ ...TERMS, atEnd: 'keep' }, SILVER, history(), '2026-06-01')).toMatchObject({
      keep: null,
      ifNot: null,
      graceUntil: null,
      validUntil: '2027-02-28',
    });
    expect(explain(TERMS, { ...SILVER, validUntil: null }, history(), '2026-06-01')).toMatchObject({ keep: null });
  });

  it('of the top tier names no next one', () => {
    const told = explain(TERMS, { ...SILVER, ownKey: 'gold', tierKey: 'gold' }, history(), '2026-06-01');
    expect(told).toMatchObject({ isTop: true, next: null, above: [], tier: { key: 'gold' } });
  });

  it('wants one of several criteria where any is enough', () => {
    const orders: Criterion = { measure: 'orders', window: { kind: 'calendar-year' }, atLeast: 4 };
    const terms = { ...TERMS, tiers: [tier('basic', null), tier('silver', any(spent(100_000), orders))] };
    const told = explain(
      terms,
      null,
      history(did('2025-12-31', 10_000, { orders: 3 }), did('2026-01-01', 5000)),
      '2026-01-01',
    );
    expect(told.next).toMatchObject({
      match: 'any',
      met: false,
      criteria: [{ missing: 85_000 }, { has: 1, missing: 3, share: 0.25, until: '2026-12-31' }],
    });
  });

  it('counts months by the calendar and growth value by its days', () => {
    const months: Criterion = { measure: 'months', window: { kind: 'membership-year' }, atLeast: 6 };
    const growth: Criterion = { measure: 'growth', window: { kind: 'lifetime' }, atLeast: 1000 };
    const terms = { ...TERMS, tiers: [tier('basic', null), tier('silver', all(months, growth))] };
    const told = explain(
      terms,
      null,
      history(
        did('2025-02-28', 100, { growth: 300 }),
        did('2026-02-27', 100, { growth: 50 }),
        did('2026-02-28', 100),
        did('2026-03-05', 100, { orders: 2 }),
        did('2026-04-01', -100, { orders: 0, growth: -20 }),
      ),
      '2026-04-30',
    );
    // Her membership year runs from 2026-02-28 to 2027-02-27: February and March count, a month with a return alone doesn't.
    expect(told.next!.criteria).toMatchObject([
      { has: 2, missing: 4, until: '2027-02-27' },
      { has: 330, missing: 670, until: null },
    ]);
  });

  it('tells a rise at the end of a period by what will count then', () => {
    const terms: LadderTerms = { ...TERMS, rises: { at: 'period-end', period: 'quarter' } };
    const told = explain(terms, null, history(did('2025-06-30', 50_000), did('2026-05-04', 120_000)), '2026-05-31');
    expect(told.next).toMatchObject({ met: true, decidedOn: '2026-07-01', criteria: [{ has: 120_000 }] });
  });

  it('shows the tier given by staff and what lies underneath', () => {
    const lock = { tierKey: 'gold', until: '2026-12-31', mayRise: true };
    const locked = explain(TERMS, { ...SILVER, tierKey: 'gold', lock }, history(), '2026-12-31');
    expect(locked).toMatchObject({
      tier: { key: 'gold' },
      isTop: true,
      next: null,
      lock: { tier: { key: 'gold' }, until: '2026-12-31', mayRise: true, underneath: { key: 'silver' } },
      keep: { tier: { key: 'silver' } },
    });
    expect(explain(TERMS, { ...SILVER, tierKey: 'gold', lock }, history(), '2027-01-01')).toMatchObject({
      tier: { key: 'silver' },
      lock: null,
    });
    const low = { tierKey: 'basic', until: '2026-12-31', mayRise: true };
    expect(explain(TERMS, { ...SILVER, lock: low }, history(), '2026-06-01').tier.key).toBe('silver');
    expect(explain(TERMS, { ...SILVER, lock: { ...low, mayRise: false } }, history(), '2026-06-01').tier.key).toBe(
      'basic',
    );
  });

  it('follows a tier that a new version renamed or replaced', () => {
    const [basic, silver, gold] = TERMS.tiers as [Tier, Tier, Tier];
    const terms = { ...TERMS, tiers: [basic, { ...silver, key: 'jade', replaces: ['silver'] }, gold] };
    expect(explain(terms, SILVER, history(), '2026-06-01').tier.key).toBe('jade');
    expect(explain({ ...TERMS, tiers: [basic, gold] }, SILVER, history(), '2026-06-01').tier.key).toBe('basic');
  });
});

describe('what leaves the window', () => {
  const days = (told: ReturnType<typeof explain>) =>
    told.leaving.map(({ day, leaving, noLongerMet }) => [
      day,
      leaving.map(({ amount, hasAfter }) => [amount, hasAfter]),
      noLongerMet,
    ]);

  it('leaves day by day, and is said to cost the tier where it does', () => {
    const past = history(did('2025-04-02', 40_000), did('2026-01-05', 20_000), did('2026-03-01', 35_000));
    expect(days(explain(TERMS, SILVER, past, '2026-03-02'))).toEqual([
      ['2026-04-02', [[40_000, 55_000]], []],
      ['2027-01-05', [[20_000, 35_000]], ['silver']],
      ['2027-03-01', [[35_000, 0]], []],
    ]);
  });

  it('leaves after the 29th of February on the 1st of March, and after the 31st on the 1st', () => {
    const monthly = {
      ...TERMS,
      tiers: [tier('basic', null), tier('silver', all(spent(100, { kind: 'rolling', months: 1 })))],
    };
    expect(explain(TERMS, SILVER, history(did('2024-02-29', 100)), '2025-02-28').leaving[0]!.day).toBe('2025-03-01');
    expect(explain(TERMS, SILVER, history(did('2024-02-29', 100)), '2025-03-01').leaving).toEqual([]);
    expect(
      days(explain(monthly, SILVER, history(did('2026-03-31', 100), did('2026-04-01', 50)), '2026-04-10')),
    ).toEqual([['2026-05-01', [[150, 0]], ['silver']]]);
  });

  it('leaves at once at the end of a year', () => {
    const growth: Criterion = { measure: 'growth', window: { kind: 'calendar-year' }, atLeast: 100 };
    const terms = { ...TERMS, tiers: [tier('basic', null), tier('silver', all(growth))] };
    const past = history(did('2026-01-01', 0, { growth: 60 }), did('2026-11-30', 0, { growth: 60 }));
    expect(days(explain(terms, null, past, '2026-12-01'))).toEqual([['2027-01-01', [[120, 0]], ['silver']]]);
  });

  it('loses a month with the last of its purchases', () => {
    const months: Criterion = { measure: 'months', window: YEAR, atLeast: 2 };
    const terms = { ...TERMS, tiers: [tier('basic', null), tier('silver', all(months))] };
    const past = history(did('2025-05-03', 100), did('2025-05-20', 100), did('2025-07-01', 100));
    expect(days(explain(terms, null, past, '2026-05-01'))).toEqual([
      ['2026-05-20', [[1, 1]], ['silver']],
      ['2026-07-01', [[1, 0]], []],
    ]);
  });

  it('is told for twelve months, and a life never leaves', () => {
    const long = {
      ...TERMS,
      tiers: [tier('basic', null), tier('silver', all(spent(100, { kind: 'rolling', months: 36 })))],
    };
    expect(days(explain(long, null, history(did('2024-06-01', 100), did('2025-06-02', 100)), '2026-06-01'))).toEqual([
      ['2027-06-01', [[100, 100]], []],
    ]);
    const life = { ...TERMS, tiers: [tier('basic', null), tier('silver', all(spent(100, { kind: 'lifetime' })))] };
    expect(explain(life, null, history(did('2026-01-01', 100)), '2026-06-01').leaving).toEqual([]);
  });
});

describe('a rise that a refund may undo', () => {
  const risen: Standing = { ...SILVER, roseOn: '2026-03-01', roseFrom: 'basic' };

  it('says how much may be given back before', () => {
    const told = explain(TERMS, risen, history(did('2026-02-01', 40_000), did('2026-03-01', 62_500)), '2026-06-01');
    expect(told.undo).toMatchObject({ until: '2027-02-28', to: { key: 'basic' }, match: 'all', spareCents: 2500 });
    expect(told.undo!.criteria).toMatchObject([{ has: 102_500, atLeast: 100_000, met: true }]);
  });

  it('is safe when refunds stay without effect, or the validity of the rise is over', () => {
    const past = history(did('2026-03-01', 102_500));
    expect(explain({ ...TERMS, refunds: 'stay' }, risen, past, '2026-06-01').undo).toBeNull();
    expect(explain(TERMS, risen, past, '2027-03-01').undo).toBeNull();
    expect(explain(TERMS, SILVER, past, '2026-06-01').undo).toBeNull();
  });

  it('hangs on no sum of money where something else holds it as well', () => {
    const orders: Criterion = { measure: 'orders', window: YEAR, atLeast: 2 };
    const terms = { ...TERMS, tiers: [tier('basic', null), tier('silver', any(spent(100_000), orders))] };
    const past = history(did('2026-02-01', 60_000), did('2026-03-01', 70_000));
    expect(explain(terms, risen, past, '2026-06-01').undo!.spareCents).toBeNull();
  });
});
