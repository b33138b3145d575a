import { isSame, type Benefit, type Terms, type Threshold, type Tier } from './model';

/*
 * What new terms change against those in force: facts, which `useLadderWords` puts in sentences. Tiers are found again by their
 * key, benefits by theirs within the tier.
 */
export const RULES = ['rises', 'validity', 'atEnd', 'warnings', 'refunds', 'gifts', 'currency'] as const;
export type Rule = (typeof RULES)[number];

export type Difference =
  | { kind: 'tier-added'; tier: Tier }
  | { kind: 'tier-removed'; tier: Tier; home: Tier | null }
  | { kind: 'tier-renamed'; tier: Tier; before: string }
  | { kind: 'tier-looks'; tier: Tier }
  | { kind: 'tier-moved'; tier: Tier; above: Tier | null }
  | { kind: 'enter' | 'keep'; tier: Tier; before: Threshold | null; after: Threshold | null }
  | { kind: 'benefit-added' | 'benefit-removed'; tier: Tier; benefit: Benefit }
  | { kind: 'benefit-changed'; tier: Tier; before: Benefit; benefit: Benefit }
  | { kind: 'rule'; rule: Rule };

/** Highest tier first, as the ladder is read; then the rules. */
export function differences(before: Terms, after: Terms): Difference[] {
  const former = new Map(before.tiers.map((tier) => [tier.key, tier]));
  const removed = before.tiers.filter(({ key }) => !after.tiers.some((tier) => tier.key === key));
  return [
    ...after.tiers.toReversed().flatMap((tier): Difference[] => {
      const known = former.get(tier.key);
      return known ? tierDifferences(known, tier) : [{ kind: 'tier-added', tier }];
    }),
    ...removed.toReversed().map((tier): Difference => ({ kind: 'tier-removed', tier, home: homeOf(tier.key, after) })),
    ...moved(before, after),
    ...RULES.filter((rule) => !isSame(ruleOf(before, rule), ruleOf(after, rule))).map((rule): Difference => ({
      kind: 'rule',
      rule,
    })),
  ];
}

function tierDifferences(before: Tier, tier: Tier): Difference[] {
  const found: Difference[] = [];
  if (before.name !== tier.name) found.push({ kind: 'tier-renamed', tier, before: before.name });
  if (before.icon !== tier.icon || before.colour !== tier.colour) found.push({ kind: 'tier-looks', tier });
  for (const kind of ['enter', 'keep'] as const)
    if (!isSame(before[kind], tier[kind])) found.push({ kind, tier, before: before[kind], after: tier[kind] });
  return [...found, ...benefitDifferences(before.benefits, tier)];
}

function benefitDifferences(before: readonly Benefit[], tier: Tier): Difference[] {
  const kept = tier.benefits.flatMap((benefit): Difference[] => {
    const known = before.find(({ key }) => key === benefit.key);
    if (!known) return [{ kind: 'benefit-added', tier, benefit }];
    return isSame(known, benefit) ? [] : [{ kind: 'benefit-changed', tier, before: known, benefit }];
  });
  const gone = before.filter(({ key }) => !tier.benefits.some((benefit) => benefit.key === key));
  return [...kept, ...gone.map((benefit): Difference => ({ kind: 'benefit-removed', tier, benefit }))];
}

/** Where members of a tier are found that is no longer there. */
function homeOf(key: string, { tiers }: Terms): Tier | null {
  return tiers.find(({ replaces }) => replaces.includes(key)) ?? tiers[0] ?? null;
}

/** Tiers that both have, and that now stand above one that stood above them. */
function moved(before: Terms, after: Terms): Difference[] {
  const rank = new Map(before.tiers.map(({ key }, at) => [key, at]));
  const kept = after.tiers.filter(({ key }) => rank.has(key));
  return kept.flatMap((tier, at): Difference[] => {
    const above = kept.slice(0, at).findLast((lower) => rank.get(lower.key)! > rank.get(tier.key)!);
    return above ? [{ kind: 'tier-moved', tier, above }] : [];
  });
}

/** The part of the terms that a sentence tells; `atStart` is not one of them, it is about this version alone. */
function ruleOf(terms: Terms, rule: Rule): unknown {
  if (rule === 'atEnd') return { atEnd: terms.atEnd, graceDays: terms.graceDays };
  return rule === 'warnings' ? terms.warningDays : terms[rule];
}
