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

export function findingsOf({ checks }: Pick<Proof, 'checks'>): number {
  return checks.reduce((sum, { findings }) => sum + findings, 0);
}

/** 850 -> 0.9 s and 61000 -> 61 s: seconds as people compare them. */
export function secondsOf(tookMs: number): string {
  return tookMs < 10_000 ? (Math.max(tookMs, 50) / 1000).toFixed(1) : String(Math.round(tookMs / 1000));
}
