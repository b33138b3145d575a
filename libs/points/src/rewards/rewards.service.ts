import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId, type Clock } from '@siyu/kernel';
import { Audit, CLOCK, CONFIG, Database, row, type Actor, type Config } from '@siyu/platform';
import { rewardsErrors } from './domain/errors';
import type { RewardStatus, RewardTerms } from './domain/rewards';
import { checkTerms } from './domain/terms';
import type { RewardRow } from './rewards.entities';
import { RewardsStore } from './rewards.store';
import { StocksStore } from './stocks.store';

/** The catalogue of what points buy. Every change is on record. */
@Injectable()
export class RewardsService {
  constructor(
    private readonly database: Database,
    private readonly store: RewardsStore,
    private readonly stocks: StocksStore,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Makes a draft.
   *
   * @param stock null: unlimited
   * @throws DomainError `points.reward-invalid` (invalid)
   */
  async create(actor: Actor | null, terms: RewardTerms, stock: number | null): Promise<string> {
    checkTerms(terms);
    const rewardId = newId();
    await this.database.transaction(async (em) => {
      await this.store.insert(em, rewardId, terms, this.config.currency, this.clock.now());
      await this.stocks.open(em, rewardId, stock);
      await this.record(em, actor, 'create-reward', rewardId, { after: { ...terms, stock } });
    });
    return rewardId;
  }

  /**
   * Changes terms; what was redeemed before keeps the terms it had.
   *
   * @throws DomainError `points.reward-not-found` (not-found), `points.reward-changed`, `points.reward-kind-fixed` (conflict),
   *   `points.reward-invalid` (invalid)
   */
  async change(
    actor: Actor | null,
    rewardId: string,
    change: Partial<RewardTerms>,
    expectedVersion: number,
  ): Promise<void> {
    await this.database.transaction(async (em) => {
      const before = await this.locked(em, rewardId, expectedVersion);
      const terms = checkTerms({ ...termsOf(before), ...change });
      if (terms.kind !== before.kind && !(await this.isUntouched(em, before))) throw rewardsErrors.kindFixed();
      await this.store.update(em, rewardId, terms, before.currency ?? this.config.currency, this.clock.now());
      await this.record(em, actor, 'change-reward', rewardId, { before: termsOf(before), after: terms });
    });
  }

  /** @throws DomainError `points.reward-not-found` (not-found), `points.reward-changed`, `points.reward-status` (conflict) */
  async publish(actor: Actor | null, rewardId: string, expectedVersion?: number): Promise<void> {
    await this.move(actor, rewardId, ['draft', 'ended'], 'published', expectedVersion);
  }

  /** Takes the reward off the shelf; what was redeemed stays. @throws DomainError like {@link publish} */
  async end(actor: Actor | null, rewardId: string, expectedVersion?: number): Promise<void> {
    await this.move(actor, rewardId, ['published'], 'ended', expectedVersion);
  }

  private async move(
    actor: Actor | null,
    rewardId: string,
    from: RewardStatus[],
    to: 'published' | 'ended',
    expectedVersion?: number,
  ): Promise<void> {
    await this.database.transaction(async (em) => {
      const { status } = await this.locked(em, rewardId, expectedVersion);
      if (!from.includes(status)) throw rewardsErrors.status(status);
      await this.store.setStatus(em, rewardId, to, this.clock.now());
      const action = to === 'published' ? 'publish-reward' : 'end-reward';
      await this.record(em, actor, action, rewardId, { before: { status }, after: { status: to } });
    });
  }

  private async locked(em: EntityManager, rewardId: string, expectedVersion?: number): Promise<RewardRow> {
    const reward = await this.store.lock(em, rewardId);
    if (!reward) throw rewardsErrors.notFound();
    if (expectedVersion !== undefined && expectedVersion !== reward.version)
      throw rewardsErrors.changed(reward.version);
    return reward;
  }

  /** Never published, and no code waits to be handed out. */
  private async isUntouched(em: EntityManager, { rewardId, status }: RewardRow): Promise<boolean> {
    const used = await row(
      em,
      `select from points_reward_codes where reward_id = $1
       union all select from points_redemptions where reward_id = $1 limit 1`,
      [rewardId],
    );
    return status === 'draft' && used === null;
  }

  private async record(
    em: EntityManager,
    actor: Actor | null,
    act: string,
    rewardId: string,
    states: { before?: unknown; after?: unknown },
  ): Promise<void> {
    await this.audit.record(em, {
      actor,
      action: `points.${act}`,
      subject: 'reward',
      subjectId: rewardId,
      ...states,
    });
  }
}

function termsOf(reward: RewardRow): RewardTerms {
  const { name, description, pictureUrl, kind, pricePoints, marketValueCents } = reward;
  const { limitTotal, limitPerPeriod, limitPeriod, tiers, validFrom, validTo, sortOrder } = reward;
  const what = { name, description, pictureUrl, kind, pricePoints, marketValueCents };
  return { ...what, limitTotal, limitPerPeriod, limitPeriod, tiers, validFrom, validTo, sortOrder };
}
