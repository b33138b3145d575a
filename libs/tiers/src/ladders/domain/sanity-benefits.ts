import { finding, type Finding } from './findings';
import type { Benefit, LadderTerms, Tier } from './ladder';

/*
 * Tiers as members see them: a higher tier has other looks than a lower one and at least as much of everything. A multiplier that
 * is missing is one of 1.
 */

/** Kinds that cost the house something each time. */
const COSTLY: readonly Benefit['kind'][] = ['coupon-pack', 'free-shipping', 'event-invitation'];

export function benefitFindings({ tiers }: LadderTerms): Finding[] {
  return [
    ...(tiers.length === 1 ? [finding('hint', 'single-tier', 'tiers')] : []),
    ...sameFindings(tiers),
    ...tiers.flatMap((tier, rank) => [
      ...(rank > 0 ? fallingFindings(tier, rank, tiers[rank - 1]!) : []),
      ...costFindings(tier, rank),
    ]),
  ];
}

function sameFindings(tiers: readonly Tier[]): Finding[] {
  return tiers.flatMap((tier, rank) => {
    const before = tiers.slice(0, rank);
    const namesake = before.find(({ name }) => name === tier.name);
    const twin = before.find(({ colour }) => colour === tier.colour);
    return [
      ...(namesake
        ? [
            finding('warning', 'same-name', `tiers/${rank}/name`, tier.key, {
              otherTier: namesake.key,
              name: tier.name,
            }),
          ]
        : []),
      ...(twin ? [finding('hint', 'same-colour', `tiers/${rank}/colour`, tier.key, { otherTier: twin.key })] : []),
    ];
  });
}

/** What is less than one tier below. */
function fallingFindings(tier: Tier, rank: number, below: Tier): Finding[] {
  const path = `tiers/${rank}/benefits`;
  const lowerTier = below.key;
  const findings: Finding[] = [];
  const [factor, lowerFactor] = [factorOf(tier), factorOf(below)];
  if (Number(factor) < Number(lowerFactor))
    findings.push(finding('warning', 'multiplier-falls', path, tier.key, { factor, lowerFactor, lowerTier }));
  const [points, lowerPoints] = [birthdayPointsOf(tier), birthdayPointsOf(below)];
  if (points < lowerPoints)
    findings.push(finding('warning', 'gift-falls', path, tier.key, { points, lowerPoints, lowerTier }));
  const lost = below.benefits.filter((benefit) => isLasting(benefit) && !tier.benefits.some(isLike(benefit)));
  findings.push(
    ...lost.map(({ key, kind }) => finding('hint', 'benefit-lost', path, tier.key, { benefit: key, kind, lowerTier })),
  );
  if (tier.benefits.length === 0) findings.push(finding('hint', 'no-benefits', path, tier.key));
  return findings;
}

function factorOf({ benefits }: Tier): string {
  return benefits.find(({ kind }) => kind === 'points-multiplier')?.factor ?? '1';
}

function birthdayPointsOf({ benefits }: Tier): number {
  return benefits
    .filter(({ kind, when }) => kind === 'points-gift' && when === 'birthday')
    .reduce((sum, { points }) => sum + (points ?? 0), 0);
}

/** Entry gifts belong to their tier; points are compared by amount. */
function isLasting({ kind, when }: Benefit): boolean {
  return when !== 'entry' && kind !== 'points-multiplier' && kind !== 'points-gift';
}

function isLike({ key, kind }: Benefit): (other: Benefit) => boolean {
  return (other) => other.kind === kind && (kind !== 'custom' || other.key === key);
}

function costFindings({ key, benefits }: Tier, rank: number): Finding[] {
  return benefits.flatMap(({ kind, costCents, key: benefit }, index) =>
    COSTLY.includes(kind) && costCents === null
      ? [finding('hint', 'cost-unknown', `tiers/${rank}/benefits/${index}/costCents`, key, { benefit })]
      : [],
  );
}
