import { Injectable } from '@nestjs/common';
import { EarningFacts } from '../earning/facts.registry';

/** The name under which whoever knows of tiers registers what it knows, for earning rules and rewards alike. */
const TIER = 'tier';

/** In which tiers a customer is. This lib does not know of tiers; until somebody registers the fact, nobody is in any. */
@Injectable()
export class MemberTiers {
  constructor(private readonly facts: EarningFacts) {}

  /** @returns codes, one per ladder; none as well when nobody knows */
  async of(customerId: string): Promise<readonly string[]> {
    const facts = await this.facts.of([customerId], [TIER]);
    return facts.get(customerId)?.get(TIER) ?? [];
  }
}
