import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EarningFactors, EarningFacts, type Factor } from '@siyu/points';
import { VersionsQueries } from '../ladders/versions.queries';
import { StandingsQueries } from '../evaluation/standings.queries';
import { translate, type Tier } from '../ladders/domain/ladder';
import { HoldingsQueries, type Moment } from './holdings.queries';

const TIER = 'tier';

/** What points learn of tiers: by how much a tier multiplies, and who is in which, for conditions of rules and rewards. */
@Injectable()
export class MultipliersFactors implements OnModuleInit {
  constructor(
    private readonly factors: EarningFactors,
    private readonly facts: EarningFacts,
    private readonly holdings: HoldingsQueries,
    private readonly standings: StandingsQueries,
    private readonly versions: VersionsQueries,
  ) {}

  onModuleInit(): void {
    this.factors.register({ name: TIER, factorsOf: (moments) => this.factorsOf(moments) });
    this.facts.register({ name: TIER, valuesOf: (customerIds) => this.tiersOf(customerIds) });
  }

  /** The order that lifts a customer earns by the tier that she had when she paid. */
  async factorsOf(moments: readonly Moment[]): Promise<(Factor | null)[]> {
    const held = await this.holdings.justBefore(moments);
    return held.map((holding) => holding && factorOf(holding.tier));
  }

  /** As the ladder in force names them. Nobody is in any tier before there is a ladder. */
  private async tiersOf(customerIds: readonly string[]): Promise<Map<string, string[]>> {
    const version = await this.versions.inForce();
    if (!version) return new Map();
    const { terms } = version;
    const stands = await this.standings.now(customerIds);
    return new Map(
      customerIds.map((id) => {
        const key = stands.get(id);
        return [id, [terms.tiers[key === undefined ? 0 : translate(terms, key)]!.key]];
      }),
    );
  }
}

/** The multiplier of a tier, by the tier's name. */
export function factorOf({ name, benefits }: Tier): Factor | null {
  const multiplier = benefits.find(({ kind, factor }) => kind === 'points-multiplier' && factor !== null);
  return multiplier ? { name, factor: multiplier.factor! } : null;
}
