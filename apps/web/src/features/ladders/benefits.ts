import type { Benefit, BenefitKind, BenefitWhen } from './model';

/*
 * Benefits in an editor. What a kind has no use for is refused by the server rather than dropped, so a benefit that changes its
 * kind leaves behind what the new one does not know.
 */
export const BENEFIT_KINDS = [
  'points-multiplier',
  'points-gift',
  'coupon-pack',
  'free-shipping',
  'dedicated-service',
  'event-invitation',
  'early-access',
  'custom',
] as const satisfies readonly BenefitKind[];

export const QUOTA_PERIODS = ['month', 'year', 'tier', 'ever'] as const;

/** When a kind of benefit may come. */
export function whensOf(kind: BenefitKind): readonly BenefitWhen[] {
  if (kind === 'points-multiplier') return ['standing'];
  return kind === 'points-gift' ? ['entry', 'birthday'] : ['standing', 'entry', 'birthday'];
}

/** Only what stands to be used can be used up. */
export function mayHaveQuota({ kind, when }: Pick<Benefit, 'kind' | 'when'>): boolean {
  return kind !== 'points-multiplier' && when === 'standing';
}

/** Points are valued by the points programme, multipliers by what they add. */
export function mayCost(kind: BenefitKind): boolean {
  return kind !== 'points-multiplier' && kind !== 'points-gift';
}

export function newBenefit(kind: BenefitKind, name: string, others: readonly Benefit[]): Benefit {
  const benefit = { key: freeKey(kind, others), kind, name, description: '', when: whensOf(kind)[0]! };
  return fitted({ ...benefit, points: 100, factor: '1.5', quota: null, costCents: null, usePercent: 100 });
}

function freeKey(wish: string, others: readonly Benefit[]): string {
  const taken = (key: string) => others.some((other) => other.key === key);
  if (!taken(wish)) return wish;
  let number = 2;
  while (taken(`${wish}-${number}`)) number += 1;
  return `${wish}-${number}`;
}

/** The benefit with what its kind and time ask for, and nothing else. */
export function fitted(benefit: Benefit): Benefit {
  const { kind } = benefit;
  const whens = whensOf(kind);
  const when = whens.includes(benefit.when) ? benefit.when : whens[0]!;
  return {
    ...benefit,
    when,
    points: kind === 'points-gift' ? (benefit.points ?? 100) : null,
    factor: kind === 'points-multiplier' ? (benefit.factor ?? '1.5') : null,
    quota: mayHaveQuota({ kind, when }) ? benefit.quota : null,
    costCents: mayCost(kind) ? benefit.costCents : null,
  };
}

/** A tier has one multiplier. */
export function mayAdd(kind: BenefitKind, to: readonly Benefit[]): boolean {
  return kind !== 'points-multiplier' || !to.some((each) => each.kind === kind);
}

/** What another tier has and this one has not, as copies. */
export function copyBenefits(to: readonly Benefit[], from: readonly Benefit[]): Benefit[] {
  const missing = from.filter(({ key, kind }) => !to.some((own) => own.key === key) && mayAdd(kind, to));
  return [...to, ...missing.map((each) => ({ ...each, quota: each.quota && { ...each.quota } }))];
}
