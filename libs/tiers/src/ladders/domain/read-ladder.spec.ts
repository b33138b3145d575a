import { describe, expect, it } from '@jest/globals';
import { DomainError, type FieldFault } from '@siyu/kernel';
import { canonicalText } from './canonical';
import { keepingOf, type Benefit, type LadderTerms, type Threshold } from './ladder';
import { readLadder, tryLadder, type SentLadder } from './read-ladder';
import { LADDER_TEMPLATES } from './templates';

const spending = LADDER_TEMPLATES[0]!.terms;

function pointers(sent: SentLadder): string[] {
  return tryLadder(sent).faults.map(({ pointer }) => pointer);
}

function tier(rank: number, change: object): SentLadder {
  return { ...spending, tiers: spending.tiers.map((each, at) => (at === rank ? { ...each, ...change } : each)) };
}

function benefit(change: Partial<Benefit>): string[] {
  const plain = spending.tiers[2]!.benefits.find(({ kind }) => kind === 'dedicated-service')!;
  return pointers(tier(2, { benefits: [{ ...plain, ...change }] }));
}

const enter = (criterion: object): Threshold =>
  ({
    match: 'all',
    criteria: [{ measure: 'spend', window: { kind: 'lifetime' }, atLeast: 1, ...criterion }],
  }) as Threshold;

describe('reading a ladder', () => {
  it('takes the templates as they are, and a ladder that was read before', () => {
    for (const { terms } of LADDER_TEMPLATES) expect(readLadder(terms)).toEqual(terms);
  });

  it('gives the same terms the same form', () => {
    const loose: SentLadder = {
      ...spending,
      warningDays: [1, 30, 7, 30],
      validity: { kind: 'calendar-year' },
      atStart: { kind: 're-evaluate' },
      tiers: tier(1, { colour: '#7D93AD', replaces: ['vip', 'club', 'vip'] }).tiers,
    };
    const read = readLadder(loose);
    expect(read).toMatchObject({
      warningDays: [30, 7, 1],
      validity: { kind: 'calendar-year', more: 0 },
      atStart: { kind: 're-evaluate', grandfatherUntil: null },
    });
    expect(read.tiers[1]).toMatchObject({ colour: '#7d93ad', replaces: ['club', 'vip'] });
    expect(readLadder(read)).toEqual(read);
    const turned = Object.fromEntries(Object.entries(read).reverse()) as unknown as LadderTerms;
    expect(canonicalText(turned)).toBe(canonicalText(read));
    expect(canonicalText({ ...read, graceDays: 16 })).not.toBe(canonicalText(read));
  });

  it('writes a factor one way', () => {
    const multiplier = spending.tiers[1]!.benefits[0]!;
    const { terms } = tryLadder(tier(1, { benefits: [{ ...multiplier, factor: '1.50' }] }));
    expect(terms.tiers[1]!.benefits[0]!.factor).toBe('1.5');
  });

  it('throws every fault at once', () => {
    const thrown = catching(() => readLadder({ ...tier(1, { name: ' ', icon: '' }), currency: 'yuan' }));
    expect(thrown).toMatchObject({ code: 'tiers.ladder-invalid', kind: 'invalid' });
    expect(thrown.errors!.map(({ pointer }: FieldFault) => pointer)).toEqual([
      '/terms/tiers/1/name',
      '/terms/tiers/1/icon',
      '/terms/currency',
    ]);
  });

  it('wants tiers that are told apart', () => {
    expect(pointers({ ...spending, tiers: [] })).toEqual(['/terms/tiers']);
    expect(pointers(tier(1, { key: 'Silver' }))).toEqual(['/terms/tiers/1/key']);
    expect(pointers(tier(1, { key: 'gold' }))).toEqual(['/terms/tiers/2/key']);
    expect(pointers(tier(1, { replaces: ['gold'] }))).toEqual(['/terms/tiers/1/replaces']);
    expect(pointers(tier(1, { replaces: ['silver'] }))).toEqual(['/terms/tiers/1/replaces']);
    expect(pointers(tier(1, { replaces: ['No'] }))).toEqual(['/terms/tiers/1/replaces']);
    const twice = { ...spending, tiers: spending.tiers.map((each) => ({ ...each, replaces: ['vip'] })) };
    expect(pointers(twice)).toEqual(['/terms/tiers/1/replaces', '/terms/tiers/2/replaces']);
    expect(pointers(tier(1, { colour: '#12345' }))).toEqual(['/terms/tiers/1/colour']);
  });

  it('wants a threshold for every tier but the lowest', () => {
    expect(pointers(tier(0, { enter: enter({}), keep: enter({}) }))).toEqual([
      '/terms/tiers/0/enter',
      '/terms/tiers/0/keep',
    ]);
    expect(pointers(tier(1, { enter: null }))).toEqual(['/terms/tiers/1/enter']);
    expect(pointers(tier(1, { enter: { match: 'all', criteria: [] } }))).toEqual(['/terms/tiers/1/enter/criteria']);
  });

  it.each([
    [{ atLeast: 0 }, 'atLeast'],
    [{ atLeast: 1.5 }, 'atLeast'],
    [{ window: { kind: 'rolling' } }, 'window/months'],
    [{ window: { kind: 'rolling', months: 0 } }, 'window/months'],
    [{ window: { kind: 'rolling', months: 121 } }, 'window/months'],
    [{ window: { kind: 'calendar-year', months: 12 } }, 'window/months'],
  ])('refuses a criterion of %j', (change, place) => {
    expect(pointers(tier(2, { keep: enter(change) }))).toEqual([`/terms/tiers/2/keep/criteria/0/${place}`]);
  });

  it.each<[Partial<SentLadder>, string[]]>([
    [{ rises: { at: 'once', period: 'month' } }, ['/terms/rises/period']],
    [{ rises: { at: 'period-end' } }, ['/terms/rises/period']],
    [{ validity: { kind: 'unlimited', months: 1 } }, ['/terms/validity/months']],
    [{ validity: { kind: 'months' } }, ['/terms/validity/months']],
    [{ validity: { kind: 'months', months: 121 } }, ['/terms/validity/months']],
    [{ validity: { kind: 'calendar-year', months: 3 } }, ['/terms/validity/months']],
    [{ validity: { kind: 'membership-year', more: -1 } }, ['/terms/validity/more']],
    [{ graceDays: 367 }, ['/terms/graceDays']],
    [{ graceDays: -1 }, ['/terms/graceDays']],
    [{ warningDays: [30, 0, 366, 1.5] }, ['/terms/warningDays/1', '/terms/warningDays/2', '/terms/warningDays/3']],
    [{ currency: 'cny' }, ['/terms/currency']],
    [{ atStart: { kind: 'keep', grandfatherUntil: '2027-01-01' } }, ['/terms/atStart/grandfatherUntil']],
    [{ atStart: { kind: 're-evaluate', grandfatherUntil: '2027-02-29' } }, ['/terms/atStart/grandfatherUntil']],
  ])('refuses %j', (change, expected) => {
    expect(pointers({ ...spending, ...change })).toEqual(expected);
  });

  it.each<[Partial<Benefit>, string[]]>([
    [{}, []],
    [{ key: '' }, ['key']],
    [{ name: '' }, ['name']],
    [{ points: 5 }, ['points']],
    [{ factor: '2' }, ['factor']],
    [{ usePercent: 101 }, ['usePercent']],
    [{ costCents: -1 }, ['costCents']],
    [{ quota: { times: 0, per: 'year' } }, ['quota/times']],
    [{ quota: { times: 1, per: 'year' }, when: 'birthday' }, ['quota']],
    [{ kind: 'points-gift', when: 'birthday', points: 5 }, []],
    [{ kind: 'points-gift', when: 'birthday' }, ['points']],
    [{ kind: 'points-gift', when: 'entry', points: 0 }, ['points']],
    [{ kind: 'points-gift', points: 5 }, ['when']],
    [{ kind: 'points-multiplier', factor: '1.0001' }, []],
    [{ kind: 'points-multiplier', factor: '100' }, []],
    [{ kind: 'points-multiplier' }, ['factor']],
    [{ kind: 'points-multiplier', factor: '1' }, ['factor']],
    [{ kind: 'points-multiplier', factor: '100.1' }, ['factor']],
    [{ kind: 'points-multiplier', factor: '1.00001' }, ['factor']],
    [{ kind: 'points-multiplier', factor: '2', when: 'entry' }, ['when']],
    [{ kind: 'points-multiplier', factor: '2', quota: { times: 1, per: 'year' } }, ['quota']],
  ])('of a benefit with %j refuses %j', (change, expected) => {
    expect(benefit(change)).toEqual(expected.map((field) => `/terms/tiers/2/benefits/0/${field}`));
  });

  it('wants each benefit of a tier once, and one multiplier', () => {
    const multiplier = spending.tiers[1]!.benefits[0]!;
    expect(pointers(tier(1, { benefits: [multiplier, multiplier] }))).toEqual([
      '/terms/tiers/1/benefits/1/key',
      '/terms/tiers/1/benefits/1/kind',
    ]);
  });

  it('keeps a tier by the threshold of entering where it has none of keeping', () => {
    const { terms } = tryLadder(tier(1, { keep: null }));
    expect(keepingOf(terms.tiers[1]!)).toEqual(spending.tiers[1]!.enter);
  });
});

function catching(act: () => unknown): DomainError {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error;
  }
  throw new Error('Nothing was refused.');
}
