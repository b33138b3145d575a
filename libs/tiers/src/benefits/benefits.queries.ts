import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@siyu/kernel';
import { CLOCK, CONFIG, Database, type Config } from '@siyu/platform';
import type { Benefit } from '../ladders/domain/ladder';
import type { BenefitTier, CustomerBenefits, HeldBenefit, MyBenefits } from './benefits.dto';
import { giftView, heldView, issueView, useView } from './benefits.views';
import { leftOf, periodOf, renewalOf } from './domain/quotas';
import { HoldingsQueries } from './holdings.queries';
import { IssuesStore } from './issues.store';
import { UsesStore } from './uses.store';

const MOST_SHOWN = 100;

/** What a customer has of her tier, got of it and used of it. */
@Injectable()
export class BenefitsQueries {
  constructor(
    private readonly database: Database,
    private readonly holdings: HoldingsQueries,
    private readonly issues: IssuesStore,
    private readonly uses: UsesStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async ofCustomer(customerId: string): Promise<CustomerBenefits> {
    const { em } = this.database;
    const issues = await this.issues.latest(em, customerId, MOST_SHOWN);
    const uses = await this.uses.latest(em, customerId, MOST_SHOWN);
    return { ...(await this.held(customerId)), issues: issues.map(issueView), uses: uses.map(useView) };
  }

  async ofMember(customerId: string): Promise<MyBenefits> {
    const issues = await this.issues.latest(this.database.em, customerId, MOST_SHOWN);
    const gifts = issues.filter(({ status }) => status !== 'void').map(giftView);
    return { ...(await this.held(customerId)), gifts };
  }

  private async held(customerId: string): Promise<{ tier: BenefitTier | null; benefits: HeldBenefit[] }> {
    const holding = await this.holdings.now(customerId);
    if (!holding) return { tier: null, benefits: [] };
    const { tier, since } = holding;
    const tallies = await this.uses.tallies(this.database.em, customerId);
    const used = new Map(tallies.map(({ benefitKey, period, uses }) => [`${benefitKey} ${period}`, uses]));
    const now = this.clock.now();
    const shown = (benefit: Benefit) => {
      const { quota } = benefit;
      const uses = used.get(`${benefit.key} ${periodOf(quota, now, this.config.timeZone, since)}`) ?? 0;
      const left = leftOf(quota, uses);
      if (quota === null || left === null) return heldView(benefit, uses, null);
      return heldView(benefit, uses, { ...quota, left, renewsOn: renewalOf(quota, now, this.config.timeZone) });
    };
    return { tier: { key: tier.key, name: tier.name }, benefits: tier.benefits.map(shown) };
  }
}
