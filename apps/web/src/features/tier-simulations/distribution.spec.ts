import { describe, expect, it } from '@jest/globals';
import {
  activeRun,
  addDays,
  countsOn,
  drawnDays,
  endedSince,
  movesOf,
  presentTiers,
  tookMs,
  type Distribution,
  type Run,
} from './distribution';

const series = (key: string, rank: number, customers: number | null, days: [string, number][]) => ({
  ...{ key, name: key, rank, colour: customers === null ? null : '#123456', customers },
  days: days.map(([day, count]) => ({ day, customers: count })),
});

const distribution: Distribution = {
  from: '2026-02-20',
  to: '2026-03-02',
  computedAt: '2026-03-02T08:00:00Z',
  tiers: [
    series('regular', 0, 90, [
      ['2026-02-26', 100],
      ['2026-03-01', 92],
    ]),
    series('gold', 1, 30, [
      ['2026-02-26', 20],
      ['2026-03-01', 28],
    ]),
    series('old', 1, null, [['2026-02-26', 4]]),
  ],
};

describe('the picture of a distribution', () => {
  const days = drawnDays(distribution);

  it('begins with the first day that anything is known of and ends today', () => {
    expect(days).toEqual(['2026-02-26', '2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02']);
  });

  it('shows on a day without an evaluation what the one before told, and today what is counted now', () => {
    expect(countsOn(days, distribution.tiers[0]!)).toEqual([100, 100, 100, 92, 90]);
  });

  it('lets a tier that is no longer in force end', () => {
    expect(countsOn(days, distribution.tiers[2]!).at(-1)).toBe(0);
  });

  it('is today alone before the first evaluation', () => {
    expect(drawnDays({ ...distribution, tiers: [series('regular', 0, 5, [])] })).toEqual(['2026-03-02']);
  });
});

describe('where customers stand now', () => {
  it('is told the highest first, with shares and the change within the range', () => {
    const { rows, total } = presentTiers(distribution);
    expect(total).toBe(120);
    expect(rows.map(({ tier, customers, share, change }) => [tier.key, customers, share, change])).toEqual([
      ['gold', 30, 0.25, 10],
      ['regular', 90, 0.75, -10],
    ]);
  });

  it('has no change where there is nothing but today', () => {
    const { rows } = presentTiers({ ...distribution, tiers: [series('regular', 0, 5, [])] });
    expect(rows[0]).toMatchObject({ change: null, share: 1 });
  });
});

describe('days', () => {
  it('pass over the ends of months and years', () => {
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });
});

describe('an evaluation', () => {
  it('is seen to end, also when it was over before anybody looked', () => {
    const run = (id: string, finishedAt: string | null) => ({ id, finishedAt }) as Run;
    const over = '2026-03-02T08:00:00Z';
    expect(endedSince([run('a', null)], [run('a', over)])?.id).toBe('a');
    expect(endedSince([run('a', over)], [run('b', over), run('a', over)])?.id).toBe('b');
    expect(endedSince([run('a', over)], [run('b', null), run('a', over)])).toBeUndefined();
  });

  it('tells what it did, rises and falls first, and also kinds it does not know', () => {
    expect(movesOf({ moves: { kept: 480, rose: 12, grace: 0, sprang: 1 } })).toEqual([
      { kind: 'rose', count: 12 },
      { kind: 'kept', count: 480 },
      { kind: 'sprang', count: 1 },
    ]);
  });

  it('is under way until it is over, and took from its beginning to its end', () => {
    const run = (status: Run['status']) => ({ status }) as Run;
    expect(activeRun([run('done'), run('running')])?.status).toBe('running');
    expect(activeRun([run('done'), run('cancelled')])).toBeUndefined();
    expect(tookMs({ startedAt: '2026-03-02T08:00:00Z', finishedAt: '2026-03-02T08:00:01.5Z' })).toBe(1500);
    expect(tookMs({ startedAt: null, finishedAt: null })).toBeNull();
  });
});
