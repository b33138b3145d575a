import { describe, expect, it } from '@jest/globals';
import { bandsOf, binsOf, bodyOf, checkDraft, cutsFault, draftOf, type RfmSettings } from './draft';

const quantiles = { method: 'quantile', bins: 5, tieRule: 'lower' } as const;
const settings: RfmSettings = {
  version: 3,
  authorId: null,
  createdAt: null,
  segments: [],
  windowDays: 365,
  referenceDay: null,
  currency: null,
  scoring: { recency: quantiles, frequency: quantiles, monetary: quantiles },
  scheme: { kind: 'average8' },
  hysteresisPercent: 5,
  keepRuns: 35,
};
const row = { code: 'top', names: { zh: '核心', en: 'Top' }, r: [4, 5], f: [4, 5], m: [1, 5] };

describe('the settings as a form', () => {
  it('say the same when saved untouched', () => {
    const { authorId: _, createdAt: __, segments: ___, ...said } = settings;
    expect(bodyOf(draftOf(settings), 3)).toEqual(said);
  });

  it('keep cut points of money in units, and send cents', () => {
    const withCuts: RfmSettings = {
      ...settings,
      scoring: { ...settings.scoring, monetary: { method: 'cuts', cuts: [9_950, 30_000] } },
    };
    expect(draftOf(withCuts).scoring.monetary.cuts).toEqual([99.5, 300]);
    expect(bodyOf(draftOf(withCuts), 3).scoring?.monetary).toEqual({ method: 'cuts', cuts: [9_950, 30_000] });
  });

  it('send nothing that the chosen way has no use for', () => {
    const draft = draftOf({
      ...settings,
      windowDays: null,
      referenceDay: '2026-01-31',
      scheme: { kind: 'grid', rows: [row] },
    });
    expect(bodyOf(draft, 3)).toMatchObject({ windowDays: null, referenceDay: '2026-01-31' });
    expect(bodyOf({ ...draft, reference: 'rolling', scheme: 'average8' }, 3)).toMatchObject({
      referenceDay: null,
      scheme: { kind: 'average8' },
    });
  });

  it('give a row without an English name its Chinese one', () => {
    const draft = draftOf({ ...settings, scheme: { kind: 'grid', rows: [row] } });
    draft.rows[0]!.en = ' ';
    expect(bodyOf(draft, 3).scheme?.rows?.[0]?.names).toEqual({ zh: '核心', en: '核心' });
  });
});

describe('checks before the save', () => {
  const draft = () => draftOf({ ...settings, scheme: { kind: 'grid', rows: [row] } });

  it('pass what is right', () => {
    expect(checkDraft(draft())).toEqual({});
  });

  it('find what is missing, by the names of the server’s pointers', () => {
    const wrong = draft();
    wrong.windowDays = null;
    wrong.reference = 'fixed';
    wrong.hysteresisPercent = null;
    wrong.rows[0]!.zh = '';
    wrong.scoring.recency = { ...wrong.scoring.recency, method: 'cuts', cuts: [90, 30] };
    expect(Object.keys(checkDraft(wrong)).sort()).toEqual([
      'hysteresisPercent',
      'referenceDay',
      'scheme.rows.0.names.zh',
      'scheme.rows.0.r',
      'scoring.recency.cuts',
      'windowDays',
    ]);
  });

  it('ask for a row in a table of one’s own, but not of the classic eight', () => {
    const empty = { ...draft(), rows: [] };
    expect(checkDraft(empty)).toEqual({ 'scheme.rows': 'rowsMissing' });
    expect(checkDraft({ ...empty, scheme: 'average8' as const })).toEqual({});
  });
});

describe('cut points', () => {
  it.each([
    [[30, 60, 90], 'recency', null],
    [[0], 'recency', null],
    [[99.5, 300], 'monetary', null],
    [[-50, 0], 'monetary', null],
    [[], 'recency', 'cutMissing'],
    [[30, null], 'recency', 'cutMissing'],
    [[1.5], 'frequency', 'cutNotWhole'],
    [[-1], 'recency', 'cutNegative'],
    [[0, 2], 'frequency', 'cutBelowOne'],
    [[30, 30], 'recency', 'cutsNotAscending'],
    [[90, 30], 'monetary', 'cutsNotAscending'],
  ] as const)('%j of %s: %s', (cuts, axis, fault) => {
    expect(cutsFault(cuts, axis)).toBe(fault);
  });

  it('make one score more than there are points', () => {
    const { recency } = draftOf(settings).scoring;
    expect(binsOf(recency)).toBe(5);
    expect(binsOf({ ...recency, method: 'cuts', cuts: [30, 90] })).toBe(3);
  });

  it('mean, best first, few days and many orders', () => {
    expect(bandsOf([30, 90], 'recency')).toEqual([
      { score: 3, from: null, to: 30 },
      { score: 2, from: 31, to: 90 },
      { score: 1, from: 91, to: null },
    ]);
    expect(bandsOf([2, 5], 'frequency')).toEqual([
      { score: 3, from: 5, to: null },
      { score: 2, from: 2, to: 5 },
      { score: 1, from: null, to: 2 },
    ]);
  });
});
