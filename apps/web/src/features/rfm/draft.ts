import type { components } from '@siyu/api-client';

/*
 * The settings as the form holds them: choices that exclude each other stay filled in, so that going back and forth
 * loses nothing, and money is in units of the currency. What the server gets is made by `bodyOf`.
 */
export type RfmSettings = components['schemas']['RfmSettingsView'];
export type SettingsBody = components['schemas']['RfmSettingsChange'];
export type RfmTemplate = components['schemas']['RfmTemplate'];
export type GridRow = components['schemas']['RfmGridRow'];

export const AXES = ['recency', 'frequency', 'monetary'] as const;
export type Axis = (typeof AXES)[number];
export const LETTERS = { recency: 'r', frequency: 'f', monetary: 'm' } as const;

export const TIE_RULES = ['lower', 'upper', 'plus-one'] as const;
export type TieRule = (typeof TIE_RULES)[number];
export const MIN_BINS = 2;
export const MAX_BINS = 10;
export const OTHERS = 'others';

export interface AxisDraft {
  method: 'quantile' | 'cuts';
  bins: number;
  tieRule: TieRule;
  /** Days, orders, units of the currency; null while a field is empty. */
  cuts: (number | null)[];
}

export type Range = [low: number, high: number];
export interface RowDraft {
  /** Stays with the row while it moves; not sent. */
  key: string;
  code: string;
  zh: string;
  en: string;
  r: Range;
  f: Range;
  m: Range;
  /** Kept as read, so that the server's ranks survive a save. */
  rank?: number;
}

export interface SettingsDraft {
  window: 'days' | 'all';
  windowDays: number | null;
  reference: 'rolling' | 'fixed';
  referenceDay: string;
  currency: string;
  scoring: Record<Axis, AxisDraft>;
  scheme: 'average8' | 'grid';
  rows: RowDraft[];
  others: { zh: string; en: string };
  hysteresisPercent: number | null;
  keepRuns: number | null;
}

const USUAL_CUTS: Record<Axis, number[]> = {
  recency: [30, 60, 90, 180],
  frequency: [2, 3, 5, 10],
  monetary: [100, 300, 1000, 3000],
};

export function draftOf(settings: RfmSettings): SettingsDraft {
  const { scheme } = settings;
  const axis = (name: Axis): AxisDraft => {
    const scoring = settings.scoring?.[name];
    const unit = name === 'monetary' ? 100 : 1;
    return {
      method: scoring?.method ?? 'quantile',
      bins: scoring?.bins ?? 5,
      tieRule: scoring?.tieRule ?? 'lower',
      cuts: scoring?.cuts?.map((cut) => cut / unit) ?? [...USUAL_CUTS[name]],
    };
  };
  return {
    window: settings.windowDays === null ? 'all' : 'days',
    windowDays: settings.windowDays ?? 365,
    reference: settings.referenceDay ? 'fixed' : 'rolling',
    referenceDay: settings.referenceDay ?? '',
    currency: settings.currency ?? '',
    scoring: { recency: axis('recency'), frequency: axis('frequency'), monetary: axis('monetary') },
    scheme: scheme?.kind ?? 'average8',
    rows: rowsOf(scheme?.rows ?? []),
    others: { zh: scheme?.others?.zh ?? '其他', en: scheme?.others?.en ?? 'Others' },
    hysteresisPercent: settings.hysteresisPercent ?? 0,
    keepRuns: settings.keepRuns ?? 35,
  };
}

export function rowsOf(rows: readonly GridRow[]): RowDraft[] {
  return rows.map(({ code, names, r, f, m, rank }) => ({
    key: code,
    code,
    zh: names.zh,
    en: names.en,
    r: [...r] as Range,
    f: [...f] as Range,
    m: [...m] as Range,
    ...(rank === undefined ? {} : { rank }),
  }));
}

/** @param version the version that the form began with: the server refuses when somebody was faster */
export function bodyOf(draft: SettingsDraft, version: number): SettingsBody {
  const axis = (name: Axis) => {
    const { method, bins, tieRule, cuts } = draft.scoring[name];
    if (method === 'quantile') return { method, bins, tieRule };
    const unit = name === 'monetary' ? 100 : 1;
    return { method, cuts: cuts.filter((cut) => cut !== null).map((cut) => Math.round(cut * unit)) };
  };
  return {
    version,
    windowDays: draft.window === 'all' ? null : (draft.windowDays ?? undefined),
    referenceDay: draft.reference === 'fixed' ? draft.referenceDay : null,
    currency: draft.currency || null,
    scoring: { recency: axis('recency'), frequency: axis('frequency'), monetary: axis('monetary') },
    scheme:
      draft.scheme === 'average8'
        ? { kind: 'average8' }
        : {
            kind: 'grid',
            rows: draft.rows.map(({ code, zh, en, r, f, m, rank }) => ({
              code,
              names: { zh: zh.trim(), en: en.trim() || zh.trim() },
              r,
              f,
              m,
              ...(rank === undefined ? {} : { rank }),
            })),
            others: { zh: draft.others.zh.trim(), en: draft.others.en.trim() || draft.others.zh.trim() },
          },
    hysteresisPercent: draft.hysteresisPercent ?? undefined,
    keepRuns: draft.keepRuns ?? undefined,
  };
}

/** Field (as the server's pointers name it) -> message key of what is wrong on sight; the server checks the rest. */
export function checkDraft(draft: SettingsDraft): Record<string, string> {
  const faults: Record<string, string> = {};
  if (draft.window === 'days' && !draft.windowDays) faults.windowDays = 'windowMissing';
  if (draft.reference === 'fixed' && !draft.referenceDay) faults.referenceDay = 'dayMissing';
  for (const axis of AXES) {
    const { method, cuts } = draft.scoring[axis];
    const fault = method === 'cuts' ? cutsFault(cuts, axis) : null;
    if (fault) faults[`scoring.${axis}.cuts`] = fault;
  }
  if (draft.hysteresisPercent === null) faults.hysteresisPercent = 'numberMissing';
  if (draft.keepRuns === null) faults.keepRuns = 'numberMissing';
  if (draft.scheme !== 'grid') return faults;
  if (draft.rows.length === 0) faults['scheme.rows'] = 'rowsMissing';
  if (!draft.others.zh.trim()) faults['scheme.others.zh'] = 'nameMissing';
  draft.rows.forEach((row, index) => {
    if (!row.zh.trim()) faults[`scheme.rows.${index}.names.zh`] = 'nameMissing';
    for (const axis of AXES) {
      const letter = LETTERS[axis];
      if (row[letter][0] > row[letter][1] || row[letter][1] > binsOf(draft.scoring[axis])) {
        faults[`scheme.rows.${index}.${letter}`] = 'rangeWrong';
      }
    }
  });
  return faults;
}

/** Message key of what is wrong with cut points, while they are typed. */
export function cutsFault(cuts: readonly (number | null)[], axis: Axis): string | null {
  if (cuts.length === 0 || cuts.includes(null)) return 'cutMissing';
  const known = cuts as number[];
  if (axis !== 'monetary' && !known.every(Number.isInteger)) return 'cutNotWhole';
  if (axis === 'recency' && known.some((cut) => cut < 0)) return 'cutNegative';
  if (axis === 'frequency' && known.some((cut) => cut < 1)) return 'cutBelowOne';
  return known.some((cut, index) => index > 0 && cut <= known[index - 1]!) ? 'cutsNotAscending' : null;
}

/** How many scores an axis has. */
export function binsOf({ method, bins, cuts }: AxisDraft): number {
  return method === 'quantile' ? bins : cuts.length + 1;
}

export interface Band {
  score: number;
  /** Smallest value with this score; null for no bound. */
  from: number | null;
  /** Recency: largest value with this score. Others: first value that has the next score. */
  to: number | null;
}

/**
 * What each score means, best first. A value at a cut point gets the better score: recency cuts [30, 90] say
 * "3: up to 30 days, 2: 31 to 90, 1: 91 or more".
 */
export function bandsOf(cuts: readonly number[], axis: Axis): Band[] {
  const bounds = [null, ...cuts, null];
  const bands = Array.from({ length: cuts.length + 1 }, (_, index) => {
    const [low, high] = [bounds[index]!, bounds[index + 1]!];
    if (axis !== 'recency') return { score: index + 1, from: low, to: high };
    return { score: cuts.length + 1 - index, from: low === null ? null : low + 1, to: high };
  });
  return bands.sort((one, other) => other.score - one.score);
}
