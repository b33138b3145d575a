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
export type Template = Schemas['LadderTemplateView'];
export type Version = Schemas['LadderVersionSummary'];
export type Finding = Schemas['LadderFinding'];
export type Fault = Schemas['LadderFault'];
export type Run = Schemas['TierRun'];

export const laddersPermissions = { read: 'tiers.read', manage: 'tiers.manage', readStaff: 'staff.read' } as const;
