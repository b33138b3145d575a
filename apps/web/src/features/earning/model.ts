import type { components } from '@siyu/api-client';

type Schemas = components['schemas'];
export type Programme = Schemas['ProgrammeView'];
export type Rule = Schemas['RuleView'];
export type RuleVersion = Schemas['RuleVersionView'];
export type RuleContent = Schemas['RuleContentBody'];
export type Condition = Schemas['RuleCondition'];
export type ConditionKind = Condition['kind'];
export type TriggerKind = Rule['trigger']['kind'];
export type RuleStatus = Rule['status'];
export type RuleAct = 'activate' | 'pause' | 'close';

export const earningPermissions = { read: 'points.read', manage: 'points.manage', readStaff: 'staff.read' } as const;

export const TRIGGERS = [
  'order',
  'first-purchase',
  'sign-in',
  'birthday',
  'profile-completed',
  'event',
] as const satisfies readonly TriggerKind[];

export const RULE_STATUSES = ['draft', 'active', 'paused', 'closed'] as const satisfies readonly RuleStatus[];

/** In what money the house counts unless a rule says otherwise. */
export const HOUSE_CURRENCY = 'CNY';

export type RuleState = RuleStatus | 'scheduled' | 'over';

/** Clocks differ, and the one of the screen ticks by the minute: what begins within this time has begun. */
const SLACK_MS = 60_000;

/** What a rule does now: an active one may still wait for its time, or have had it. */
export function stateOf({ status, validFrom, validTo }: Pick<Rule, 'status' | 'validFrom' | 'validTo'>, now: Date) {
  if (status !== 'active') return status satisfies RuleState;
  if (validTo && new Date(validTo) <= now) return 'over';
  return new Date(validFrom).getTime() - now.getTime() > SLACK_MS ? 'scheduled' : 'active';
}

export const STATE_TONES = {
  draft: 'neutral',
  active: 'good',
  scheduled: 'accent',
  paused: 'warning',
  over: 'neutral',
  closed: 'neutral',
} as const satisfies Record<RuleState, string>;

/** What can be done with a rule as it stands; a closed one stays closed. */
export function actsOn(status: RuleStatus): RuleAct[] {
  if (status === 'closed') return [];
  return status === 'active' ? ['pause', 'close'] : ['activate', 'close'];
}

/** How much of a budget is gone, 0 to 1; null without a budget. */
export function spentShare({ budgetPoints, spentPoints }: Pick<Rule, 'budgetPoints' | 'spentPoints'>): number | null {
  return budgetPoints ? Math.min(1, spentPoints / budgetPoints) : null;
}

/** Which trigger looks at an order. */
export function isOfOrders(trigger: TriggerKind): boolean {
  return trigger === 'order' || trigger === 'first-purchase';
}

const OF_ORDERS = ['channel', 'category', 'sku', 'min-amount'] as const satisfies readonly ConditionKind[];
const OF_TIME = ['weekdays', 'hours', 'dates'] as const satisfies readonly ConditionKind[];
const OF_CUSTOMERS = ['birthday-month', 'attribute', 'fact'] as const satisfies readonly ConditionKind[];

/** The conditions that a trigger can ask. */
export function conditionKindsFor(trigger: TriggerKind): ConditionKind[] {
  return [
    ...(isOfOrders(trigger) ? OF_ORDERS : []),
    ...(trigger === 'event' ? (['property'] as const) : []),
    ...OF_TIME,
    ...OF_CUSTOMERS,
  ];
}

/** What other parts of the system tell of a customer. */
export const FACTS = ['tier', 'segment', 'tag'] as const;

export const PROFILE_FIELDS = ['displayName', 'gender', 'birthday', 'phone', 'email'] as const;
