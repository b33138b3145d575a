import type { components } from '@siyu/api-client';

type Schemas = components['schemas'];
export type LadderSummary = Schemas['LadderSummary'];
export type Ladder = Schemas['LadderView'];
export type Terms = Schemas['LadderTermsBody'];
export type Tier = Schemas['LadderTier'];
export type Threshold = Schemas['LadderThreshold'];
export type Criterion = Schemas['LadderCriterion'];
export type Window = Schemas['LadderWindow'];
export type Measure = Criterion['measure'];
export type Benefit = Schemas['LadderBenefit'];
export type BenefitKind = Benefit['kind'];
export type BenefitWhen = Benefit['when'];
export type Template = Schemas['LadderTemplateView'];
export type Version = Schemas['LadderVersionSummary'];
export type VersionState = Version['state'];
export type Populations = Schemas['TierPopulations'];
export type Simulation = Schemas['TierSimulation'];
export type Run = Schemas['TierRun'];

export const laddersPermissions = { read: 'tiers.read', manage: 'tiers.manage' } as const;

export const MEASURES = ['spend', 'orders', 'months', 'growth'] as const satisfies readonly Measure[];
export const WINDOWS = [
  'rolling',
  'calendar-year',
  'membership-year',
  'lifetime',
] as const satisfies readonly Window['kind'][];

/** What a ladder may say at most; the server refuses more. */
export const LIMITS = { tiers: 30, criteria: 10, benefits: 30, warnings: 10, yearsMore: 20 } as const;

export type LadderState = 'in-force' | 'scheduled' | 'draft' | 'archived' | 'past';

/** Where a ladder is in its life: one of the house is in force, others wait, were in force once, or were never published. */
export function stateOf(ladder: LadderSummary): LadderState {
  if (ladder.archivedAt) return 'archived';
  if (ladder.inForce) return 'in-force';
  if (ladder.scheduled.length > 0) return 'scheduled';
  return ladder.latestVersion === null ? 'draft' : 'past';
}

export const STATE_TONES = {
  'in-force': 'good',
  scheduled: 'accent',
  draft: 'neutral',
  past: 'neutral',
  archived: 'neutral',
  withdrawn: 'neutral',
} as const satisfies Record<LadderState | VersionState, string>;

/** Terms, or parts of them, are the same whatever the order of their fields; what is not given is nothing. */
export function isSame<Part>(one: Part, other: Part): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );
}

/** Newest simulation that tells what these very terms would do. */
export function simulationOf(terms: Terms, simulations: readonly Simulation[]): Simulation | null {
  return simulations.find((each) => each.status === 'done' && isSame(each.terms, terms)) ?? null;
}

export const isUnderway = ({ status }: Pick<Run, 'status'>) => status === 'queued' || status === 'running';

/** How far an evaluation is, from 0 to 1; null while nobody can tell. */
export function progressOf({ doneCustomers, totalCustomers }: Pick<Run, 'doneCustomers' | 'totalCustomers'>) {
  return totalCustomers ? Math.min(1, doneCustomers / totalCustomers) : null;
}

/** When a version is to come into force. */
export interface Effective {
  at: 'now' | 'day';
  day: string | null;
}

/** As it is sent: nothing means now. */
export function effectiveFrom({ at, day }: Effective): string | undefined {
  return at === 'day' && day ? day : undefined;
}
