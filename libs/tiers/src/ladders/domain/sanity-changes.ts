import { finding, type Finding, type Surroundings } from './findings';
import { rankOf, type LadderTerms } from './ladder';
import { orphans } from './succession';

/*
 * What new terms do to those who stand by the ones in force. Members are found again by the key of their tier, or in the tier that
 * says it replaces theirs; who is named by none would land in the lowest tier without anybody having said so.
 */
export function changeFindings(terms: LadderTerms, { inForce, today }: Surroundings): Finding[] {
  return [...(inForce ? followFindings(terms, inForce) : []), ...startFindings(terms, inForce, today)];
}

function followFindings(terms: LadderTerms, inForce: LadderTerms): Finding[] {
  const nameOf = (key: string) => inForce.tiers[rankOf(inForce, key)]!.name;
  const abandoned = orphans(inForce, terms).map((key) =>
    finding('error', 'tier-abandoned', 'tiers', key, { name: nameOf(key) }),
  );
  const fallen = terms.tiers.length === 1 ? [] : terms.tiers[0]!.replaces.filter((key) => rankOf(inForce, key) > 0);
  const lowered = fallen.map((key) =>
    finding('warning', 'replaced-by-lowest', 'tiers/0/replaces', key, { name: nameOf(key) }),
  );
  const unknown = terms.tiers.flatMap(({ key, replaces }, rank) =>
    replaces
      .filter((other) => rankOf(inForce, other) < 0)
      .map((other) => finding('hint', 'replaces-unknown', `tiers/${rank}/replaces`, key, { replaced: other })),
  );
  const currency =
    terms.currency === inForce.currency || !asksForSpend(terms)
      ? []
      : [finding('warning', 'currency-changed', 'currency', null, { from: inForce.currency, to: terms.currency })];
  return [...abandoned, ...lowered, ...unknown, ...turned(terms, inForce), ...currency];
}

/** Tiers that both have, where the higher one is now the lower. */
function turned(terms: LadderTerms, inForce: LadderTerms): Finding[] {
  const kept = inForce.tiers.filter(({ key }) => rankOf(terms, key) >= 0);
  return kept.flatMap(({ key }, index) => {
    const rank = rankOf(terms, key);
    const above = kept.slice(0, index).find((lower) => rankOf(terms, lower.key) > rank);
    return above ? [finding('warning', 'order-turned', `tiers/${rank}`, key, { formerlyLower: above.key })] : [];
  });
}

function startFindings({ atStart }: LadderTerms, inForce: LadderTerms | null, today: string): Finding[] {
  if (!inForce || atStart.kind === 'keep') return [];
  const { grandfatherUntil } = atStart;
  if (grandfatherUntil === null) return [finding('hint', 'falls-at-start', 'atStart')];
  return grandfatherUntil <= today
    ? [finding('warning', 'grandfather-past', 'atStart/grandfatherUntil', null, { grandfatherUntil })]
    : [];
}

function asksForSpend({ tiers }: LadderTerms): boolean {
  return tiers.some(({ enter, keep }) =>
    [enter, keep].some((threshold) => threshold?.criteria.some(({ measure }) => measure === 'spend')),
  );
}
