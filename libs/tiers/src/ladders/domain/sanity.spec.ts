import { describe, expect, it } from '@jest/globals';
import type { Finding, FindingCode, Surroundings } from './findings';
import type { Benefit, Criterion, LadderTerms, Threshold, Tier, Window } from './ladder';
import { readLadder } from './read-ladder';
import { examine, gravest } from './sanity';
import { orphans, restored, unfitSuccessor } from './succession';
import { LADDER_TEMPLATES } from './templates';

const [spending, growth] = LADDER_TEMPLATES.map(({ terms }) => terms) as [LadderTerms, LadderTerms];
const NEW: Surroundings = { inForce: null, hasGrowthRules: true, today: '2026-11-22' };

const rolling = (months: number): Window => ({ kind: 'rolling', months });
const LIFETIME: Window = { kind: 'lifetime' };
const YEAR: Window = { kind: 'calendar-year' };
const spend = (atLeast: number, window = rolling(12)): Criterion => ({ measure: 'spend', window, atLeast });
const orders = (atLeast: number, window = rolling(12)): Criterion => ({ measure: 'orders', window, atLeast });
const months = (atLeast: number, window = rolling(12)): Criterion => ({ measure: 'months', window, atLeast });
const all = (...criteria: Criterion[]): Threshold => ({ match: 'all', criteria });
const any = (...criteria: Criterion[]): Threshold => ({ match: 'any', criteria });

/** A ladder of a base tier and tiers with these thresholds, keeping as entering unless told. */
function ladder(thresholds: { enter: Threshold; keep?: Threshold }[], change: Partial<LadderTerms> = {}): LadderTerms {
  const names = ['silver', 'gold', 'platinum'];
  const colours = ['#111111', '#222222', '#333333'];
  const risen = thresholds.map(({ enter, keep = null }, index): Tier => {
    const [key, colour] = [names[index]!, colours[index]!];
    return { ...spending.tiers[2]!, key, name: key, colour, enter, keep, replaces: [] };
  });
  return readLadder({ ...spending, tiers: [spending.tiers[0]!, ...risen], ...change });
}

function found(terms: LadderTerms, surroundings: Partial<Surroundings> = {}): Finding[] {
  return examine(terms, { ...NEW, ...surroundings });
}

function codes(terms: LadderTerms, surroundings: Partial<Surroundings> = {}): FindingCode[] {
  return found(terms, surroundings).map(({ code }) => code);
}

function only(terms: LadderTerms, code: FindingCode, surroundings: Partial<Surroundings> = {}): Finding {
  const those = found(terms, surroundings).filter((each) => each.code === code);
  expect(those).toHaveLength(1);
  return those[0]!;
}

/** The spending template with other benefits of gold. */
function gold(change: (benefits: Benefit[]) => Benefit[]): LadderTerms {
  const tiers = spending.tiers.map((tier, rank) => (rank === 2 ? { ...tier, benefits: change(tier.benefits) } : tier));
  return { ...spending, tiers };
}

describe('a ladder is sane', () => {
  it('when it is one of the templates', () => {
    expect(found(spending)).toEqual([]);
    expect(found(growth)).toEqual([]);
  });

  it('is told gravest first, errors alone forbidding its publication', () => {
    const terms = ladder([{ enter: all(spend(100_000)) }, { enter: all(spend(50_000)) }], { graceDays: 0 });
    const severities = found(terms).map(({ severity }) => severity);
    expect(severities).toEqual([...severities].sort((a, b) => 'ewh'.indexOf(a[0]!) - 'ewh'.indexOf(b[0]!)));
    expect(gravest(found(terms)).map(({ code }) => code)).toEqual(['threshold-not-rising']);
  });
});

describe('thresholds of a ladder', () => {
  it('must rise: nobody stands in a tier that costs as much as the next', () => {
    const terms = ladder([{ enter: all(spend(100_000)) }, { enter: all(spend(100_000)) }]);
    expect(only(terms, 'threshold-not-rising')).toEqual({
      code: 'threshold-not-rising',
      severity: 'error',
      tierKey: 'gold',
      pointer: '/terms/tiers/2/enter/criteria/0/atLeast',
      detail: { measure: 'spend', atLeast: 100_000, lowerTier: 'silver', lowerAtLeast: 100_000 },
    });
    expect(codes(ladder([{ enter: all(spend(100_000)) }, { enter: all(spend(100_001)) }]))).not.toContain(
      'threshold-not-rising',
    );
  });

  it('must rise over every tier below, not the next alone', () => {
    const enter = [300_000, 500_000, 200_000].map((atLeast) => ({ enter: all(spend(atLeast)) }));
    const below = found(ladder(enter)).filter(({ code }) => code === 'threshold-not-rising');
    expect(below.map(({ detail }) => detail.lowerTier)).toEqual(['silver', 'gold']);
  });

  it('may fall in one figure when another rises, which is worth a look', () => {
    const terms = ladder([{ enter: all(spend(100_000), orders(10)) }, { enter: all(spend(500_000), orders(8)) }]);
    expect(only(terms, 'threshold-not-rising')).toMatchObject({ severity: 'warning', detail: { measure: 'orders' } });
  });

  it('skip a tier whose figures reach a higher one by another window or by fewer criteria', () => {
    const windows = ladder([{ enter: all(spend(100_000, rolling(6))) }, { enter: all(spend(90_000, rolling(12))) }]);
    expect(only(windows, 'tier-skipped')).toMatchObject({
      severity: 'error',
      tierKey: 'silver',
      detail: { higherTier: 'gold' },
    });
    const byMonths = ladder([{ enter: all(months(6)) }, { enter: any(orders(6), spend(900_000)) }]);
    expect(codes(byMonths)).toContain('tier-skipped');
    const other = ladder([{ enter: all(spend(100_000, rolling(12))) }, { enter: all(spend(90_000, rolling(6))) }]);
    expect(codes(other)).not.toContain('tier-skipped');
  });

  it.each<[Criterion, Finding['severity'] | null]>([
    [months(12), null],
    [months(13), 'warning'],
    [months(14), 'error'],
    [months(12, YEAR), null],
    [months(13, YEAR), 'error'],
    [months(13, { kind: 'membership-year' }), 'warning'],
    [months(14, { kind: 'membership-year' }), 'error'],
    [months(500, LIFETIME), null],
  ])('cannot want more months than there are: %j', (criterion, severity) => {
    const those = found(ladder([{ enter: all(criterion), keep: all(spend(100)) }]));
    expect(those.filter(({ code }) => code === 'months-beyond-window').map((each) => each.severity)).toEqual(
      severity ? [severity] : [],
    );
  });

  it('have no criterion that never decides', () => {
    const idle = (enter: Threshold) =>
      found(ladder([{ enter }]))
        .filter(({ code }) => code === 'criterion-idle')
        .map(({ pointer }) => pointer);
    expect(idle(all(spend(100_000), spend(50_000)))).toEqual(['/terms/tiers/1/enter/criteria/1']);
    expect(idle(any(spend(100_000), spend(50_000)))).toEqual(['/terms/tiers/1/enter/criteria/0']);
    expect(idle(all(orders(3), months(5)))).toEqual(['/terms/tiers/1/enter/criteria/0']);
    expect(idle(all(orders(3), orders(3)))).toEqual(['/terms/tiers/1/enter/criteria/1']);
    expect(idle(all(orders(7), months(5)))).toEqual([]);
    expect(idle(all(spend(100_000, rolling(24)), spend(80_000)))).toEqual([]);
  });

  it('in cents that look like whole units are worth a look', () => {
    expect(only(ladder([{ enter: all(spend(99)) }]), 'spend-tiny')).toMatchObject({ detail: { atLeast: 99 } });
    expect(codes(ladder([{ enter: all(spend(100), orders(1)) }]))).not.toContain('spend-tiny');
  });

  it('look back as far as the period at whose end one rises', () => {
    const quarter = { rises: { at: 'period-end', period: 'quarter' } } as const;
    const terms = ladder([{ enter: all(spend(10_000, rolling(1))), keep: all(spend(10_000)) }], quarter);
    expect(only(terms, 'window-shorter-than-period').detail).toEqual({ months: 1, periodMonths: 3 });
    expect(codes(ladder([{ enter: all(spend(10_000, rolling(3))) }], quarter))).not.toContain(
      'window-shorter-than-period',
    );
  });

  it('ask for growth only where something grows', () => {
    expect(codes(growth, { hasGrowthRules: false })).toContain('growth-without-rules');
    expect(codes(spending, { hasGrowthRules: false })).toEqual([]);
  });
});

describe('keeping a tier', () => {
  const keeping = (enter: Threshold, keep: Threshold | undefined, change: Partial<LadderTerms> = {}) =>
    ladder([{ enter, keep }], change);

  it('must not be harder than entering it: she would fall and rise on the same day', () => {
    expect(only(keeping(all(spend(100_000)), all(spend(100_001))), 'keep-above-enter')).toMatchObject({
      severity: 'error',
      pointer: '/terms/tiers/1/keep/criteria/0/atLeast',
      detail: { keep: 100_001, enter: 100_000 },
    });
    const yearly = keeping(all(spend(100_000, YEAR)), all(spend(150_000, YEAR)), {
      validity: { kind: 'calendar-year', more: 1 },
    });
    expect(only(yearly, 'keep-above-enter').severity).toBe('warning');
    const mixed = keeping(any(spend(100_000), orders(5)), any(spend(120_000), orders(3)));
    expect(only(mixed, 'keep-above-enter').severity).toBe('warning');
    expect(codes(keeping(all(spend(100_000)), all(spend(80_000))))).toEqual([]);
  });

  it('by other figures than those of entering falls in vain while the latter last', () => {
    expect(codes(keeping(all(spend(500_000)), all(months(3))))).toContain('falls-in-vain');
    expect(codes(keeping(all(spend(500_000, LIFETIME)), all(spend(50_000))))).toContain('falls-in-vain');
    expect(codes(keeping(all(spend(500_000)), all(spend(50_000))))).not.toContain('falls-in-vain');
    const yearly = keeping(all(spend(500_000, YEAR)), all(orders(3, YEAR)), {
      validity: { kind: 'calendar-year', more: 1 },
    });
    expect(codes(yearly)).not.toContain('falls-in-vain');
  });

  it('by a lifetime never ends', () => {
    expect(codes(keeping(all(spend(500_000, LIFETIME)), undefined))).toContain('never-falls');
    expect(codes(keeping(all(spend(500_000)), undefined))).not.toContain('never-falls');
  });

  it('as hard as entering leaves no gap', () => {
    expect(only(keeping(all(spend(100_000)), undefined), 'keep-equals-enter').severity).toBe('hint');
    expect(codes(keeping(all(spend(100_000)), all(spend(100_000))))).toContain('keep-equals-enter');
    expect(codes(keeping(all(spend(100_000)), all(spend(99_999))))).not.toContain('keep-equals-enter');
  });

  it('for less than a newcomer pays for the tier below is unfair', () => {
    const terms = ladder([
      { enter: all(spend(100_000)), keep: all(spend(80_000)) },
      { enter: all(spend(500_000)), keep: all(spend(90_000)) },
    ]);
    expect(only(terms, 'keep-below-lower-enter')).toMatchObject({
      tierKey: 'gold',
      detail: { keep: 90_000, lowerTier: 'silver', lowerEnter: 100_000 },
    });
  });

  it.each<[Window, LadderTerms['validity'], FindingCode | null]>([
    [rolling(12), { kind: 'months', months: 12 }, null],
    [rolling(12), { kind: 'months', months: 24 }, 'keep-window-shorter'],
    [rolling(24), { kind: 'months', months: 12 }, 'keep-window-longer'],
    [YEAR, { kind: 'months', months: 12 }, 'keep-window-cut'],
    [{ kind: 'membership-year' }, { kind: 'calendar-year', more: 1 }, 'keep-window-cut'],
    [YEAR, { kind: 'calendar-year', more: 1 }, null],
    [YEAR, { kind: 'calendar-year', more: 2 }, 'keep-window-shorter'],
    [{ kind: 'membership-year' }, { kind: 'membership-year', more: 1 }, null],
  ])('counts what happened while it was held: %j under %j', (window, validity, code) => {
    const those = codes(keeping(all(spend(100_000, window)), all(spend(80_000, window)), { validity }));
    expect(those.filter((each) => each.startsWith('keep-window'))).toEqual(code ? [code] : []);
  });

  it('has time, grace and warnings enough', () => {
    const terms = (change: Partial<LadderTerms>) => codes(keeping(all(spend(2000)), all(spend(1000)), change));
    expect(terms({})).toEqual([]);
    expect(terms({ graceDays: 0 })).toEqual(['no-grace']);
    expect(terms({ warningDays: [] })).toEqual(['no-warnings']);
    expect(terms({ validity: { kind: 'calendar-year', more: 0 } })).toEqual(['validity-may-be-days']);
    const monthly = keeping(all(spend(2000, rolling(1))), all(spend(1000, rolling(1))), {
      validity: { kind: 'months', months: 1 },
    });
    expect(only(monthly, 'warning-too-early').detail).toEqual({ days: 30, validityMonths: 1 });
  });

  it('is not asked where nobody falls', () => {
    const terms = (change: Partial<LadderTerms>) => codes(keeping(all(spend(2000)), all(spend(3000)), change));
    expect(terms({ atEnd: 'keep', graceDays: 0 })).toEqual(['keep-unused']);
    expect(terms({ validity: { kind: 'unlimited' } })).toEqual(['keep-unused', 'grace-unused']);
  });
});

describe('what members see of the tiers', () => {
  it('tells tiers apart', () => {
    const twins = spending.tiers.map((tier) => ({ ...tier, name: '会员', colour: '#123456' }));
    const those = found({ ...spending, tiers: twins });
    expect(those.map(({ code, tierKey }) => [code, tierKey])).toEqual([
      ['same-name', 'silver'],
      ['same-name', 'gold'],
      ['same-colour', 'silver'],
      ['same-colour', 'gold'],
    ]);
    expect(codes({ ...spending, tiers: spending.tiers.slice(0, 1) })).toContain('single-tier');
  });

  it('never gets less with a higher tier', () => {
    const lower = gold((benefits) => benefits.map((each) => (each.factor ? { ...each, factor: '1.1' } : each)));
    expect(only(lower, 'multiplier-falls').detail).toEqual({ factor: '1.1', lowerFactor: '1.2', lowerTier: 'silver' });
    const none = gold((benefits) => benefits.filter(({ factor }) => !factor));
    expect(only(none, 'multiplier-falls').detail.factor).toBe('1');
    const poorer = gold((benefits) =>
      benefits.map((each) => (each.key === 'birthday' ? { ...each, points: 199 } : each)),
    );
    const alike = gold((benefits) =>
      benefits.map((each) => (each.key === 'birthday' ? { ...each, points: 200 } : each)),
    );
    expect(codes(alike)).toEqual([]);
    expect(only(poorer, 'gift-falls').detail).toEqual({ points: 199, lowerPoints: 200, lowerTier: 'silver' });
    const paid = gold((benefits) => benefits.filter(({ kind }) => kind !== 'free-shipping'));
    expect(only(paid, 'benefit-lost').detail).toMatchObject({ kind: 'free-shipping', lowerTier: 'silver' });
    expect(codes(gold(() => []))).toContain('no-benefits');
  });

  it('costs something', () => {
    const unknown = gold((benefits) => benefits.map((each) => ({ ...each, costCents: null })));
    expect(only(unknown, 'cost-unknown')).toMatchObject({ severity: 'hint', detail: { benefit: 'free-shipping' } });
  });
});

describe('a ladder that follows another', () => {
  const inForce = { ...spending, atStart: { kind: 'keep' } } as const;
  const keep = { atStart: { kind: 'keep' } } as const;

  it('says where the members of each former tier go', () => {
    const without = { ...spending, ...keep, tiers: spending.tiers.slice(0, 2) };
    expect(only(without, 'tier-abandoned', { inForce })).toMatchObject({ severity: 'error', tierKey: 'gold' });
    const heir = (rank: number) => ({
      ...without,
      tiers: without.tiers.map((tier, at) => (at === rank ? { ...tier, replaces: ['gold'] } : tier)),
    });
    expect(codes(heir(1), { inForce })).toEqual([]);
    expect(codes(heir(0), { inForce })).toEqual(['replaced-by-lowest']);
    const renamed = spending.tiers.map((tier, rank) => (rank === 0 ? { ...tier, key: 'fan' } : tier));
    expect(codes({ ...spending, ...keep, tiers: renamed }, { inForce })).toEqual([]);
    const unknown = spending.tiers.map((tier, rank) => (rank === 1 ? { ...tier, replaces: ['sliver'] } : tier));
    expect(only({ ...spending, ...keep, tiers: unknown }, 'replaces-unknown', { inForce }).detail).toEqual({
      replaced: 'sliver',
    });
  });

  it('does not turn tiers over or count another money unnoticed', () => {
    const [low, silver, high] = spending.tiers as [Tier, Tier, Tier];
    const tiers = [low, { ...silver, key: 'gold' }, { ...high, key: 'silver' }];
    expect(only({ ...spending, ...keep, tiers }, 'order-turned', { inForce })).toMatchObject({
      tierKey: 'gold',
      detail: { formerlyLower: 'silver' },
    });
    expect(codes({ ...spending, ...keep, currency: 'USD' }, { inForce })).toEqual(['currency-changed']);
    expect(codes({ ...growth, ...keep, currency: 'USD' }, { inForce: growth })).toEqual([]);
  });

  it('says who falls when it begins', () => {
    const start = (grandfatherUntil: string | null) =>
      codes({ ...spending, atStart: { kind: 're-evaluate', grandfatherUntil } }, { inForce });
    expect(start(null)).toEqual(['falls-at-start']);
    expect(start('2026-11-22')).toEqual(['grandfather-past']);
    expect(start('2026-11-23')).toEqual([]);
  });

  it('brings earlier terms back without leaving anybody behind', () => {
    const four = { ...inForce, tiers: [...spending.tiers, { ...spending.tiers[2]!, key: 'platinum', name: '铂金' }] };
    const two = { ...inForce, tiers: spending.tiers.slice(0, 2) };
    const back = restored(two, four);
    expect(back.tiers.map(({ replaces }) => replaces)).toEqual([[], ['gold', 'platinum']]);
    expect(gravest(found(back, { inForce: four }))).toEqual([]);
    expect(restored(two, null)).toEqual(two);
    expect(restored(back, four)).toEqual(back);
  });
  it('fits every version that follows another, those left out that never count', () => {
    const version = (keys: string[], effectiveFrom: string) => ({
      terms: { ...spending, tiers: keys.map((key) => ({ ...spending.tiers[0]!, key })) },
      effectiveFrom: new Date(effectiveFrom),
    });
    const [first, second] = [version(['low', 'mid'], '2026-01-01'), version(['low', 'mid', 'high'], '2026-02-01')];
    const third = version(['base', 'mid', 'high'], '2026-03-01');
    expect(orphans(second.terms, first.terms)).toEqual(['high']);
    expect(unfitSuccessor([])).toBeNull();
    expect(unfitSuccessor([first, second, third])).toBeNull();
    expect(unfitSuccessor([second, third, { ...first, effectiveFrom: new Date('2026-04-01') }])).toMatchObject({
      version: { effectiveFrom: new Date('2026-04-01') },
      tiers: ['high'],
    });
    const shadowed = { ...second, effectiveFrom: new Date('2026-01-15') };
    const instead = { ...first, effectiveFrom: new Date('2026-01-15') };
    expect(unfitSuccessor([first, shadowed, instead])).toBeNull();
  });
});
