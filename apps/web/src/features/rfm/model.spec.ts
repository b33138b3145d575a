import { describe, expect, it } from '@jest/globals';
import {
  activeRun,
  brokenAttempt,
  colourSteps,
  currencyOf,
  customersQuery,
  endedSince,
  finishedRuns,
  formatAmount,
  formatAverage,
  formatShare,
  formatStep,
  heatRows,
  levelOf,
  measureOf,
  nameIn,
  type RfmGridFigures,
  type RfmRun,
} from './model';

const cell = (r: number, f: number, figures: Partial<RfmGridFigures> = {}) =>
  ({ r, f, customers: 0, ...figures }) as RfmGridFigures;
const run = (id: string, status: RfmRun['status']) => ({ id, status }) as RfmRun;

describe('the heat map', () => {
  it('has the most recent buyers on top and the most frequent at the right', () => {
    const grid = [cell(1, 2), cell(2, 1), cell(1, 1), cell(2, 2)];
    expect(heatRows(grid).map(({ r, cells }) => [r, cells.map(({ f }) => f)])).toEqual([
      [2, [1, 2]],
      [1, [1, 2]],
    ]);
  });

  it('takes any number of scores per axis', () => {
    const grid = [1, 2, 3].flatMap((r) => [1, 2].map((f) => cell(r, f)));
    expect(heatRows(grid)).toHaveLength(3);
    expect(heatRows(grid)[0]!.cells).toHaveLength(2);
    expect(heatRows([])).toEqual([]);
  });

  it('is coloured by the chosen measure', () => {
    const figures = cell(5, 5, { customers: 3, netShare: 0.4, averageNetCents: 900 });
    expect(measureOf(figures, 'customers')).toBe(3);
    expect(measureOf(figures, 'revenueShare')).toBe(0.4);
    expect(measureOf(figures, 'averageValue')).toBe(900);
  });
});

describe('colour steps', () => {
  it.each([
    [
      [0.31, 0.02],
      [0.02, 0.05, 0.1, 0.2],
    ],
    [[0.2], [0.02, 0.05, 0.1, 0.2]],
    [[0.19], [0.01, 0.02, 0.05, 0.1]],
    [[7], [0.5, 1, 2, 5]],
    [[1000], [100, 200, 500, 1000]],
    [
      [123_456, null],
      [10_000, 20_000, 50_000, 100_000],
    ],
  ])('of %j are round numbers under the largest: %j', (values, steps) => {
    expect(colourSteps(values)).toEqual(steps);
  });

  it('are none where there is nothing to colour', () => {
    expect(colourSteps([])).toEqual([]);
    expect(colourSteps([0, null, -5])).toEqual([]);
  });

  it('deepen with the value; nothing and losses stay pale', () => {
    const steps = colourSteps([0.31]);
    expect([null, -1, 0, 0.001, 0.02, 0.06, 0.1, 0.31].map((value) => levelOf(value, steps))).toEqual([
      0, 0, 0, 1, 2, 3, 4, 5,
    ]);
    expect(levelOf(3, [])).toBe(0);
  });
});

describe('amounts', () => {
  it('are told without cents, and without a sign when currencies are mixed', () => {
    expect(currencyOf({ currencies: ['GBP'] })).toBe('GBP');
    expect(currencyOf({ currencies: [] })).toBe('CNY');
    expect(currencyOf({ currencies: ['CNY', 'USD'] })).toBeNull();
    expect(formatAmount(123_456, 'CNY', 'zh-CN')).toBe('¥1,235');
    expect(formatAmount(-123_456, null, 'en')).toBe('-1,235');
    expect(formatAmount(null, 'CNY', 'en')).toBe('—');
  });

  it('as shares and averages have one decimal, and a trace is not nothing', () => {
    expect(formatShare(0.1234, 'en')).toBe('12.3%');
    expect(formatShare(0, 'en')).toBe('0.0%');
    expect(formatShare(0.0001, 'en')).toBe('<0.1%');
    expect(formatShare(-0.0001, 'en')).toBe('-0.0%');
    expect(formatShare(null, 'en')).toBe('—');
    expect(formatAverage(3.14159, 'en')).toBe('3.1');
    expect([0.2, 0.005].map((step) => formatStep(step, 'en'))).toEqual(['20%', '0.5%']);
    expect(formatAverage(null, 'en')).toBe('—');
  });
});

describe('runs', () => {
  it('are under way while queued or running', () => {
    expect(activeRun([run('b', 'running'), run('a', 'done')])?.id).toBe('b');
    expect(activeRun([run('b', 'queued')])?.id).toBe('b');
    expect(activeRun([run('b', 'failed'), run('a', 'done')])).toBeNull();
  });

  it('that ended since the last look are told, also those too quick to be seen at work', () => {
    const before = [run('b', 'running'), run('a', 'done')];
    const now = [run('d', 'queued'), run('c', 'done'), run('b', 'failed'), run('a', 'done')];
    expect(endedSince(before, now).map(({ id }) => id)).toEqual(['c', 'b']);
    expect(endedSince(now, now)).toEqual([]);
    expect(endedSince([], [run('a', 'done')])).toHaveLength(1);
  });

  it('that came to nothing are told only while no later one finished', () => {
    expect(brokenAttempt([run('b', 'failed'), run('a', 'done')])?.id).toBe('b');
    expect(brokenAttempt([run('b', 'cancelled')])?.id).toBe('b');
    expect(brokenAttempt([run('b', 'done'), run('a', 'failed')])).toBeNull();
    expect(brokenAttempt([])).toBeNull();
  });

  it('can be chosen when they are finished', () => {
    expect(finishedRuns([run('c', 'failed'), run('b', 'done'), run('a', 'cancelled')]).map(({ id }) => id)).toEqual([
      'b',
    ]);
  });
});

describe('the way to the customers', () => {
  it('leads from a cell or a segment of the latest run to the customers list', () => {
    expect(customersQuery({ r: 5, f: 4 }, true)).toEqual({ r: '5', f: '4' });
    expect(customersQuery({ segment: 'champions', runId: 'x' }, true)).toEqual({ segment: 'champions' });
  });

  it('does not pretend for earlier runs and movements, which the list knows nothing of', () => {
    expect(customersQuery({ segment: 'champions' }, false)).toBeNull();
    expect(customersQuery({ segment: 'champions', movement: 'up' }, true)).toBeNull();
    expect(customersQuery({ segment: 'champions', previousSegment: 'loyal' }, true)).toBeNull();
  });

  it('names segments in the language of the screen', () => {
    expect(nameIn({ zh: '重要价值', en: 'Important, valued' }, 'zh-CN')).toBe('重要价值');
    expect(nameIn({ zh: '重要价值', en: 'Important, valued' }, 'en')).toBe('Important, valued');
  });
});
