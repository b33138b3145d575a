import type { components } from '@siyu/api-client';

export type Proof = components['schemas']['PointsVerification'];
export type Drift = components['schemas']['VerificationDrift'];

export function isUnderWay({ status }: Pick<Proof, 'status'>): boolean {
  return status === 'queued' || status === 'running';
}

/** What a proof came to, in one word. */
export type Outcome = 'clean' | 'drift' | 'under-way' | 'failed' | 'cancelled';

export function outcomeOf({ status, clean }: Pick<Proof, 'status' | 'clean'>): Outcome {
  if (status === 'done') return clean ? 'clean' : 'drift';
  return status === 'queued' || status === 'running' ? 'under-way' : status;
}

export const toneOfOutcome = {
  clean: 'good',
  drift: 'danger',
  'under-way': 'accent',
  failed: 'danger',
  cancelled: 'neutral',
} as const satisfies Record<Outcome, string>;

/** How far a proof has come, of 100. */
export function progressOf({ checks, checksInAll }: Pick<Proof, 'checks' | 'checksInAll'>): number {
  return checksInAll === 0 ? 0 : Math.round((100 * checks.length) / checksInAll);
}

export interface Findings {
  /** Null for what belongs to nobody, such as a seal. */
  customerId: string | null;
  drift: Drift[];
}

/** What was found, by customer, those with most findings first. */
export function byCustomer(drift: readonly Drift[]): Findings[] {
  const groups = new Map<string | null, Drift[]>();
  for (const each of drift) groups.set(each.customerId, [...(groups.get(each.customerId) ?? []), each]);
  return [...groups]
    .map(([customerId, found]) => ({ customerId, drift: found }))
    .sort((one, other) => other.drift.length - one.drift.length);
}

/** What the numbers of a finding are, in their order, where there are several. */
const PARTS: Record<string, readonly string[]> = {
  'account-equals-entries': ['balance', 'pending', 'held', 'debt', 'last', 'entries'],
  'totals-equal-entries': ['earned', 'spent', 'expired', 'takenBack', 'adjusted', 'transferred'],
  'account-equals-lots': ['balance', 'pending', 'held'],
  'lots-equal-allocations': ['remaining', 'held'],
  'entries-equal-allocations': ['points', 'held'],
};

export interface Difference {
  /** What it is a number of; null where there is one value only. */
  part: string | null;
  expected: string;
  found: string;
}

/** Those of a finding's values that differ: `90 0 5` against `80 0 5` is a balance of 80 that should be 90. */
export function differencesOf({ check, expected, found }: Drift): Difference[] {
  const parts = PARTS[check];
  const wanted = (expected ?? '').split(' ');
  const were = (found ?? '').split(' ');
  if (!parts || wanted.length !== parts.length || were.length !== parts.length) {
    return [{ part: null, expected: expected ?? '—', found: found ?? '—' }];
  }
  return parts
    .map((part, index) => ({ part, expected: wanted[index]!, found: were[index]! }))
    .filter((each) => each.expected !== each.found);
}

export function findingsOf({ checks }: Pick<Proof, 'checks'>): number {
  return checks.reduce((sum, { findings }) => sum + findings, 0);
}

/** 850 -> 0.9 s and 61000 -> 61 s: seconds as people compare them. */
export function secondsOf(tookMs: number): string {
  return tookMs < 10_000 ? (Math.max(tookMs, 50) / 1000).toFixed(1) : String(Math.round(tookMs / 1000));
}
