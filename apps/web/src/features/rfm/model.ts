import type { components } from '@siyu/api-client';

export type RfmSummary = components['schemas']['RfmSummary'];
export type RfmSegmentFigures = components['schemas']['RfmSegmentFigures'];
export type RfmGridFigures = components['schemas']['RfmGridFigures'];
export type RfmRun = components['schemas']['RfmRunView'];
export type RfmNames = components['schemas']['RfmNames'];
export type RfmCustomer = components['schemas']['RfmCustomer'];

export const rfmPermissions = {
  read: 'rfm.read',
  manage: 'rfm.manage',
  readCustomers: 'customers.read',
  readStaff: 'staff.read',
} as const;

/** What the heat map is coloured by. */
export const MEASURES = ['revenueShare', 'customers', 'averageValue'] as const;
export type Measure = (typeof MEASURES)[number];

export function measureOf(figures: RfmGridFigures, measure: Measure): number | null {
  if (measure === 'customers') return figures.customers;
  return measure === 'revenueShare' ? figures.netShare : figures.averageNetCents;
}

export interface HeatRow {
  r: number;
  /** By F, lowest first. */
  cells: RfmGridFigures[];
}

/** The grid as it is drawn: the most recent buyers on top, the most frequent at the right. */
export function heatRows(grid: readonly RfmGridFigures[]): HeatRow[] {
  const scores = [...new Set(grid.map(({ r }) => r))].sort((one, other) => other - one);
  return scores.map((r) => ({
    r,
    cells: grid.filter((cell) => cell.r === r).sort((one, other) => one.f - other.f),
  }));
}

/** Depths of the ramp. */
export const LEVELS = 5;

/**
 * Where the colours change: round numbers (1, 2, 5, 10, …) that about double, the last one just under the largest value,
 * so that one huge cell does not wash out all others. Empty when there is nothing to colour.
 *
 * Example: shares up to 31 % change colour at 2 %, 5 %, 10 % and 20 %.
 */
export function colourSteps(values: readonly (number | null)[]): number[] {
  const largest = Math.max(0, ...values.map((value) => value ?? 0));
  if (largest === 0) return [];
  const rounds = [1, 2, 5];
  // A little slack, since 0.2 / 0.1 and the like are a hair beside the whole number.
  const exponent = Math.floor(Math.log10(largest) + 1e-9);
  const roundAt = (place: number) => Number(`${rounds[((place % 3) + 3) % 3]!}e${Math.floor(place / 3)}`);
  let place = exponent * 3 + 2;
  while (roundAt(place) > largest) place -= 1;
  return Array.from({ length: LEVELS - 1 }, (_, index) => roundAt(place - (LEVELS - 2) + index));
}

/** Depth of colour from 1 to 5; 0 for nothing, and for what came back as refunds beyond what was bought. */
export function levelOf(value: number | null, steps: readonly number[]): number {
  if (value === null || value <= 0 || steps.length === 0) return 0;
  return 1 + steps.filter((step) => step <= value).length;
}

/** The currency that sums are told in; null when several are mixed and a sign would lie. */
export function currencyOf({ currencies }: Pick<RfmSummary, 'currencies'>): string | null {
  if (currencies.length > 1) return null;
  return currencies[0] ?? 'CNY';
}

/** Sums of a whole shop, without cents: 123456 CNY -> ¥1,235; without a currency the bare number. */
export function formatAmount(cents: number | null, currency: string | null, locale: string): string {
  if (cents === null) return '—';
  const style = currency ? ({ style: 'currency', currency } as const) : {};
  return new Intl.NumberFormat(locale, { ...style, maximumFractionDigits: 0 }).format(cents / 100);
}

/** 0.1234 -> 12.3%; a part too small to show is said to be there, and unknown is a dash. */
export function formatShare(share: number | null, locale: string): string {
  if (share === null) return '—';
  const format = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return share > 0 && share < 0.0005 ? `<${format.format(0.001)}` : format.format(share);
}

/** 0.02 -> 2%, 0.005 -> 0.5%: a round share. */
export function formatStep(share: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(share);
}

/** 3.14159 -> 3.1: days and orders per customer. */
export function formatAverage(value: number | null, locale: string): string {
  if (value === null) return '—';
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
}

export function isActive({ status }: Pick<RfmRun, 'status'>): boolean {
  return status === 'queued' || status === 'running';
}

/** The run that is under way, if there is one. */
export function activeRun(runs: readonly RfmRun[]): RfmRun | null {
  return runs.find(isActive) ?? null;
}

/** Runs that ended between two looks; one that began and ended in between counts as well. */
export function endedSince(before: readonly RfmRun[], now: readonly RfmRun[]): RfmRun[] {
  const overBefore = new Set(before.filter((run) => !isActive(run)).map(({ id }) => id));
  return now.filter((run) => !isActive(run) && !overBefore.has(run.id));
}

/**
 * The last attempt, when it came to nothing and the numbers on screen are therefore older than they might look: failed
 * or cancelled after the latest finished run.
 */
export function brokenAttempt(runs: readonly RfmRun[]): RfmRun | null {
  const [newest] = runs;
  return newest && (newest.status === 'failed' || newest.status === 'cancelled') ? newest : null;
}

/** Finished runs, for the chooser. */
export function finishedRuns(runs: readonly RfmRun[]): RfmRun[] {
  return runs.filter(({ status }) => status === 'done');
}

/** A selection of scored customers, as the API asks for it. */
export interface Selection {
  runId?: string;
  segment?: string;
  r?: number;
  f?: number;
  m?: number;
  previousSegment?: string;
  movement?: 'up' | 'down';
}

/**
 * The address of the customers list for a selection, or null when that list can't show it: it knows the latest run only
 * and nothing of movements.
 */
export function customersQuery(selection: Selection, isLatest: boolean): Record<string, string> | null {
  if (!isLatest || selection.movement || selection.previousSegment) return null;
  const { segment, r, f, m } = selection;
  const entries = Object.entries({ segment, r, f, m }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

export function nameIn(names: RfmNames, locale: string): string {
  return locale.startsWith('zh') ? names.zh : names.en;
}
