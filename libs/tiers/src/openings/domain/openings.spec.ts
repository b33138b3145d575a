import { describe, expect, it } from '@jest/globals';
import { TERMS } from '../../standing/testing/terms';
import { contentOf, counting, countedUntil, isSameContent, sets, tierCalled, type HeldOpening } from './openings';

const TODAY = '2026-11-22';
const [basic, silver, gold] = TERMS.tiers;

const held = (tierKey: string, validUntil: string | null): HeldOpening => {
  return { tierKey, since: '2026-01-01', toldUntil: validUntil, validUntil, growth: 0 };
};

describe('a tier that is brought in', () => {
  it('is called by its key or its name, however it is written', () => {
    expect(tierCalled(TERMS, ' Gold ')).toBe(gold);
    expect(tierCalled(TERMS, '金卡')).toBe(gold);
    expect(tierCalled(TERMS, '钻石')).toBeNull();
  });

  it('is the one with that key before the one with that name', () => {
    const tiers = [basic!, { ...silver!, name: 'GOLD' }, gold!];
    expect(tierCalled({ tiers }, 'gold')).toBe(gold);
  });

  it('keeps the day and the growth value that a later record leaves open, and no end', () => {
    const known = { tierKey: 'silver', since: '2025-05-01', toldUntil: '2027-04-30', growth: 90 };
    expect(contentOf(gold!, { tier: 'gold' }, known, TODAY)).toEqual({
      tierKey: 'gold',
      since: '2025-05-01',
      toldUntil: null,
      growth: 90,
    });
    expect(contentOf(gold!, { tier: 'gold', growth: 0 }, null, TODAY)).toMatchObject({ since: TODAY, growth: 0 });
  });

  it.each([
    ['another tier', { tierKey: 'gold' }],
    ['another beginning', { since: '2026-01-02' }],
    ['another end', { toldUntil: null }],
    ['other growth value', { growth: 1 }],
  ])('is another one with %s', (_, change) => {
    const known = held('silver', '2026-12-31');
    expect(isSameContent(TERMS, known, { ...known })).toBe(true);
    expect(isSameContent(TERMS, known, { ...known, ...change })).toBe(false);
  });

  it.each([
    ['counted from its beginning', '2026-05-01', '2027-04-30'],
    ['counted on until it is not over', '2024-05-01', '2027-04-30'],
    ['until today at least', '2024-11-23', '2026-11-22'],
    ['a year more on the day after', '2024-11-22', '2027-11-21'],
  ])('without an end has one %s', (_, since, end) => {
    expect(countedUntil({ kind: 'months', months: 12 }, since, '2020-01-01', TODAY)).toBe(end);
  });

  it('without an end has none where the ladder knows none', () => {
    expect(countedUntil({ kind: 'unlimited' }, '2020-01-01', '2020-01-01', TODAY)).toBeNull();
  });

  it('ends by the years of who became a customer here after she had it', () => {
    expect(countedUntil({ kind: 'membership-year', more: 0 }, '2025-03-10', TODAY, TODAY)).toBe('2027-03-09');
    expect(countedUntil({ kind: 'calendar-year', more: 1 }, '2023-03-10', TODAY, TODAY)).toBe('2026-12-31');
  });
});

describe('of several records of a customer', () => {
  it.each([
    ['the highest', [held('silver', null), held('gold', '2026-11-22')], 1],
    ['among equal ones the last to end', [held('gold', '2027-01-01'), held('gold', '2027-02-01')], 1],
    ['among equal ones the one without an end', [held('gold', null), held('gold', '2027-02-01')], 0],
    ['none that is over', [held('gold', '2026-11-21'), held('silver', '2026-12-31')], 1],
  ])('counts %s', (_, openings, place) => {
    expect(counting(TERMS, openings, TODAY)).toBe(openings[place]);
    expect(counting(TERMS, openings.toReversed(), TODAY)).toBe(openings[place]);
  });

  it('counts none when all are over', () => {
    expect(counting(TERMS, [held('gold', '2026-11-21')], TODAY)).toBeNull();
  });
});

describe('where a customer stands', () => {
  const own = (ownKey: string, validUntil: string | null, isImported = false) => ({ ownKey, validUntil, isImported });

  it.each([
    ['who stands nowhere', held('silver', null), null, true],
    ['who stands nowhere, by the lowest', held('basic', null), null, false],
    ['who stands lower', held('gold', '2026-12-31'), own('silver', null), true],
    ['who stands higher', held('silver', null), own('gold', '2026-12-31'), false],
    ['who stands there for longer', held('gold', '2026-12-31'), own('gold', '2027-01-31'), false],
    ['who stands there without an end', held('gold', '2026-12-31'), own('gold', null), false],
    ['who stands there for a shorter time', held('gold', null), own('gold', '2027-01-31'), true],
    ['who stands lowest, by the lowest', held('basic', null), own('basic', null), false],
    ['whom an import had put higher', held('silver', '2026-12-31'), own('gold', null, true), true],
  ])('is set, or not: %s', (_, opening, standing, expected) => {
    expect(sets(TERMS, opening, standing)).toBe(expected);
  });
});
