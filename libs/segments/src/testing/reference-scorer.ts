import { dayOf, daysBetween, type Day } from '@siyu/kernel';
import type { RfmSettings, AxisScoring } from '../domain/settings';
import type { TestOrder } from './shop';

/*
 * RFM as one would explain it on paper, one customer after the other, sharing no code with the real one.
 */
export interface ReferenceScore {
  customerId: string;
  recencyDays: number;
  frequency: number;
  monetaryCents: number;
  r: number;
  f: number;
  m: number;
  segment: string;
}

export function referenceScores(
  orders: TestOrder[],
  settings: RfmSettings,
  today: Day,
  timeZone: string,
  before: ReferenceScore[] = [],
): ReferenceScore[] {
  const measured = measure(orders, settings, today, timeZone);
  const score = (key: 'recencyDays' | 'frequency' | 'monetaryCents', letter: 'r' | 'f' | 'm', scoring: AxisScoring) => {
    const unit = key === 'monetaryCents' ? 100 : 1;
    const cuts = cutsOf(
      scoring,
      measured.map((one) => one[key]),
      unit,
    );
    for (const one of measured) {
      const last = before.find(({ customerId }) => customerId === one.customerId);
      one[letter] = scoreOf(one[key], cuts, scoring, key === 'recencyDays');
      if (last && isWithin(one[key], last[letter], cuts, settings.hysteresisPercent, key === 'recencyDays')) {
        one[letter] = last[letter];
      }
    }
  };
  score('recencyDays', 'r', settings.scoring.recency);
  score('frequency', 'f', settings.scoring.frequency);
  score('monetaryCents', 'm', settings.scoring.monetary);
  for (const one of measured) one.segment = segmentOf(one, measured, settings);
  return measured.sort((one, other) => (one.customerId < other.customerId ? -1 : 1));
}

function measure(orders: TestOrder[], settings: RfmSettings, today: Day, timeZone: string): ReferenceScore[] {
  const reference = settings.referenceDay ?? today;
  const found = new Map<string, ReferenceScore>();
  for (const order of orders) {
    if (!order.paidAt || order.status === 'cancelled') continue;
    if (settings.currency && order.currency !== settings.currency) continue;
    const age = daysBetween(dayOf(new Date(order.paidAt), timeZone), reference);
    if (age < 0 || (settings.windowDays !== null && age >= settings.windowDays)) continue;
    const blank = { recencyDays: Infinity, frequency: 0, monetaryCents: 0, r: 0, f: 0, m: 0, segment: '' };
    const one = found.get(order.customerId) ?? { customerId: order.customerId, ...blank };
    found.set(order.customerId, one);
    if (order.kind === 'return') {
      one.monetaryCents -= order.totalCents;
      continue;
    }
    one.monetaryCents += order.totalCents - order.refundedCents;
    if (order.totalCents - order.refundedCents === 0) continue;
    one.frequency += 1;
    one.recencyDays = Math.min(one.recencyDays, age);
  }
  return [...found.values()].filter(({ frequency }) => frequency > 0);
}

/** Cut points with the shift of the tie rule. */
function cutsOf(scoring: AxisScoring, values: number[], unit: number): number[] {
  if (scoring.method === 'cuts') return scoring.cuts;
  const sorted = [...values].sort((one, other) => one - other);
  if (sorted.length === 0) return [];
  const cuts: number[] = [];
  for (let k = 1; k < scoring.bins; k += 1) {
    const place = (k / scoring.bins) * (sorted.length - 1);
    const low = sorted[Math.floor(place)]!;
    const high = sorted[Math.ceil(place)]!;
    cuts.push(low + (place - Math.floor(place)) * (high - low) + (scoring.tieRule === 'plus-one' ? unit : 0));
  }
  return cuts;
}

function scoreOf(value: number, cuts: number[], scoring: AxisScoring, isRecency: boolean): number {
  const tieRule = scoring.method === 'cuts' ? (isRecency ? 'lower' : 'upper') : scoring.tieRule;
  const passed = cuts.filter((cut) => (tieRule === 'lower' ? value > cut : value >= cut)).length;
  return isRecency ? cuts.length + 1 - passed : passed + 1;
}

/** Whether the value is still near enough to the range of the score before. */
function isWithin(value: number, score: number, cuts: number[], percent: number, isRecency: boolean): boolean {
  const bin = isRecency ? cuts.length + 2 - score : score;
  const below = bin > 1 ? cuts[bin - 2]! : -Infinity;
  const above = bin <= cuts.length ? cuts[bin - 1]! : Infinity;
  const slack = (cut: number) => (Number.isFinite(cut) ? (Math.abs(cut) * percent) / 100 : 0);
  return value >= below - slack(below) && value <= above + slack(above);
}

function segmentOf(one: ReferenceScore, all: ReferenceScore[], { scheme }: RfmSettings): string {
  if (scheme.kind === 'grid') {
    for (const row of scheme.rows) {
      const fits = (['r', 'f', 'm'] as const).every((key) => row[key][0] <= one[key] && one[key] <= row[key][1]);
      if (fits) return row.code;
    }
    return 'others';
  }
  // compared without dividing: a score at the average is high
  const isHigh = (key: 'r' | 'f' | 'm') => one[key] * all.length >= all.reduce((total, other) => total + other[key], 0);
  const key = `${isHigh('r') ? 'R' : 'r'}${isHigh('f') ? 'F' : 'f'}${isHigh('m') ? 'M' : 'm'}`;
  const names: Record<string, string> = {
    RFM: 'important-value',
    RfM: 'important-growth',
    rFM: 'important-keep',
    rfM: 'important-win-back',
    RFm: 'general-value',
    Rfm: 'general-growth',
    rFm: 'general-keep',
    rfm: 'general-win-back',
  };
  return names[key]!;
}
