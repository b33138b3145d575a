import { DomainError, type Day, type FieldFault } from '@siyu/kernel';
import { OTHERS, type GridRow, type ScoreRange, type SegmentNames, type SegmentScheme } from './schemes';
import {
  AXES,
  binsOf,
  DEFAULT_BINS,
  defaultSettings,
  MAX_BINS,
  type Axis,
  type AxisScoring,
  type RfmSettings,
  type TieRule,
} from './settings';

/*
 * From what a caller sent, of the right types already, to settings that a run can work with: what was left out takes its
 * default, and parts that contradict each other are faults.
 *
 * Example: `{ scoring: { recency: { method: 'cuts', cuts: [90, 30] } } }` is refused at
 * `/scoring/recency/cuts`, since cut points must ascend.
 */
export interface SentScoring {
  method: 'quantile' | 'cuts';
  bins?: number;
  tieRule?: TieRule;
  cuts?: number[];
}

export interface SentScheme {
  kind: 'average8' | 'grid';
  rows?: (Omit<GridRow, 'r' | 'f' | 'm'> & { r: number[]; f: number[]; m: number[] })[];
  others?: SegmentNames;
}

export interface SentSettings {
  windowDays?: number | null;
  referenceDay?: Day | null;
  currency?: string | null;
  scoring?: Partial<Record<Axis, SentScoring>>;
  scheme?: SentScheme;
  hysteresisPercent?: number;
  keepRuns?: number;
}

const OTHERS_NAMES: SegmentNames = { zh: '其他', en: 'Others' };
/** The smallest cut point that separates anything: nobody bought on a day after the reference day or has no order. */
const LEAST_CUT: Record<Axis, number> = { recency: 0, frequency: 1, monetary: Number.MIN_SAFE_INTEGER };

/**
 * @param today a reference day after it is refused
 * @throws DomainError `rfm.settings-invalid` (invalid) with every fault and its pointer
 */
export function readSettings(sent: SentSettings, today: Day): RfmSettings {
  const faults: FieldFault[] = [];
  const scoring = { ...defaultSettings.scoring };
  for (const axis of AXES) {
    const chosen = sent.scoring?.[axis];
    if (chosen) scoring[axis] = readScoring(chosen, axis, `/scoring/${axis}`, faults);
  }
  if (sent.referenceDay && sent.referenceDay > today) {
    faults.push({ pointer: '/referenceDay', message: `must not be after today, ${today}` });
  }
  const scheme = sent.scheme ? readScheme(sent.scheme, scoring, faults) : defaultSettings.scheme;
  if (faults.length > 0) {
    const [first] = faults;
    throw new DomainError('rfm.settings-invalid', 'invalid', `${first!.pointer} ${first!.message}.`, {
      errors: faults,
    });
  }
  return {
    windowDays: sent.windowDays === undefined ? defaultSettings.windowDays : sent.windowDays,
    referenceDay: sent.referenceDay ?? null,
    currency: sent.currency ?? null,
    scoring,
    scheme,
    hysteresisPercent: sent.hysteresisPercent ?? defaultSettings.hysteresisPercent,
    keepRuns: sent.keepRuns ?? defaultSettings.keepRuns,
  };
}

function readScoring(sent: SentScoring, axis: Axis, pointer: string, faults: FieldFault[]): AxisScoring {
  const unwanted = sent.method === 'quantile' ? (['cuts'] as const) : (['bins', 'tieRule'] as const);
  for (const key of unwanted) {
    if (sent[key] !== undefined)
      faults.push({ pointer: `${pointer}/${key}`, message: `has no meaning with the method ${sent.method}` });
  }
  if (sent.method === 'quantile') {
    return { method: 'quantile', bins: sent.bins ?? DEFAULT_BINS, tieRule: sent.tieRule ?? 'lower' };
  }
  const cuts = sent.cuts ?? [];
  const message = cutsFault(cuts, axis);
  if (message) faults.push({ pointer: `${pointer}/cuts`, message });
  return { method: 'cuts', cuts };
}

function cutsFault(cuts: number[], axis: Axis): string | null {
  if (cuts.length < 1 || cuts.length > MAX_BINS - 1) return `must have 1 to ${MAX_BINS - 1} cut points`;
  if (!cuts.every(Number.isSafeInteger)) return 'must be whole numbers (days, orders, cents)';
  if (cuts.some((cut) => cut < LEAST_CUT[axis])) return `must be at least ${LEAST_CUT[axis]}`;
  if (cuts.some((cut, index) => index > 0 && cut <= cuts[index - 1]!)) return 'must ascend';
  return null;
}

function readScheme(sent: SentScheme, scoring: Record<Axis, AxisScoring>, faults: FieldFault[]): SegmentScheme {
  if (sent.kind === 'average8') {
    for (const key of ['rows', 'others'] as const) {
      if (sent[key] !== undefined)
        faults.push({ pointer: `/scheme/${key}`, message: 'has no meaning with the scheme average8' });
    }
    return { kind: 'average8' };
  }
  const rows = sent.rows ?? [];
  if (rows.length === 0) faults.push({ pointer: '/scheme/rows', message: 'must have at least 1 entry' });
  const seen = new Set([OTHERS]);
  rows.forEach(({ code }, index) => {
    const pointer = `/scheme/rows/${index}/code`;
    if (code === OTHERS) faults.push({ pointer, message: `must not be "${OTHERS}", which is the rest` });
    else if (seen.has(code)) faults.push({ pointer, message: `"${code}" stands in the table already` });
    seen.add(code);
  });
  return {
    kind: 'grid',
    rows: rows.map((row, index) => {
      const range = (letter: 'r' | 'f' | 'm', axis: Axis) =>
        readRange(row[letter], binsOf(scoring[axis]), `/scheme/rows/${index}/${letter}`, faults);
      return { ...row, r: range('r', 'recency'), f: range('f', 'frequency'), m: range('m', 'monetary') };
    }),
    others: sent.others ?? OTHERS_NAMES,
  };
}

function readRange(sent: number[], bins: number, pointer: string, faults: FieldFault[]): ScoreRange {
  const [low, high] = sent as ScoreRange;
  const isRange = sent.length === 2 && sent.every(Number.isInteger) && low >= 1 && low <= high && high <= bins;
  if (!isRange) faults.push({ pointer, message: `must be two scores from 1 to ${bins}, the lower one first` });
  return [low, high];
}
