import type { components } from '@siyu/api-client';
import { choiceParam, textParam } from '../../shared/query/params';

type Schemas = components['schemas'];
export type CustomerBenefits = Schemas['CustomerBenefits'];
export type HeldBenefit = Schemas['HeldBenefit'];
export type Gift = Schemas['BenefitIssue'];
export type ListedGift = Schemas['ListedBenefitIssue'];
export type GiftStatus = Gift['status'];
export type BenefitUse = Schemas['BenefitUse'];

export const BENEFIT_KINDS = [
  'points-multiplier',
  'points-gift',
  'coupon-pack',
  'free-shipping',
  'dedicated-service',
  'event-invitation',
  'early-access',
  'custom',
] as const satisfies readonly HeldBenefit['kind'][];

/** The list's filters as they stand in the address; the bare address means what is still to be handed over. */
export const giftFilters = {
  status: choiceParam(['delivered', 'void', 'all']),
  kind: choiceParam(BENEFIT_KINDS),
  tier: { ...textParam(), debounced: false },
};

export function giftStatusAsked(chosen: string): GiftStatus | undefined {
  if (chosen === 'all') return undefined;
  return chosen === '' ? 'issued' : (chosen as GiftStatus);
}

export const toneOfGift = {
  issued: 'accent',
  delivered: 'good',
  void: 'neutral',
} as const satisfies Record<GiftStatus, string>;

/** Points are booked by the house itself; a hand in between would book them twice. Everything else is handed over by people. */
export function mayHandOver({ status, kind }: Pick<Gift, 'status' | 'kind'>): boolean {
  return status === 'issued' && kind !== 'points-gift';
}

/** Whether a benefit is one that is used, time after time, and something of it is left: gifts come by themselves, points multiply by themselves. */
export function mayUse({ kind, when, quota }: Pick<HeldBenefit, 'kind' | 'when' | 'quota'>): boolean {
  return when === 'standing' && kind !== 'points-multiplier' && (quota === null || quota.left > 0);
}

/** 'entry:gold:2026' -> what for, in the key of its words, and the year if there is one. */
export function occasionOf(issueKey: string): { occasion: 'entry' | 'birthday' | 'other'; year: string } {
  const [what, ...rest] = issueKey.split(':');
  const year = /^\d{4}$/.test(rest.at(-1) ?? '') ? rest.at(-1)! : '';
  return { occasion: what === 'entry' || what === 'birthday' ? what : 'other', year };
}
