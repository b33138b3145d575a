import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit, Database, type Actor } from '@siyu/platform';
import { rewardsErrors } from './domain/errors';
import { RewardsStore } from './rewards.store';
import { StocksStore } from './stocks.store';

/** How staff change what is left: by a difference, or by giving a limit and taking it away. */
export type StockChangeOf = { delta: number } | { limitTo: number } | { unlimited: true };

@Injectable()
export class StocksService {
  constructor(
    private readonly database: Database,
    private readonly store: StocksStore,
    private readonly rewards: RewardsStore,
    private readonly audit: Audit,
  ) {}

  /**
   * A limited stock changes by differences only: a new number would forget what was redeemed while somebody typed it.
   *
   * @throws DomainError `points.reward-not-found` (not-found), `points.stock-short`, `points.stock-unlimited`,
   *   `points.stock-limited` (refused)
   */
  async change(actor: Actor, rewardId: string, change: StockChangeOf, reason: string): Promise<void> {
    await this.database.transaction(async (em) => {
      if (!(await this.rewards.find(em, rewardId))) throw rewardsErrors.notFound();
      const states = await this.apply(em, rewardId, change);
      await this.audit.record(em, {
        actor,
        action: 'points.change-stock',
        subject: 'reward',
        subjectId: rewardId,
        before: { stock: states.before },
        after: { stock: states.after, reason },
      });
    });
  }

  private async apply(
    em: EntityManager,
    rewardId: string,
    change: StockChangeOf,
  ): Promise<{ before: number | null; after: number | null }> {
    if ('unlimited' in change) return { before: await this.store.unlimit(em, rewardId), after: null };
    if ('limitTo' in change) {
      if (!(await this.store.limit(em, rewardId, change.limitTo))) throw rewardsErrors.stockLimited();
      return { before: null, after: change.limitTo };
    }
    const after = await this.store.change(em, rewardId, change.delta);
    if (after !== null) return { before: after - change.delta, after };
    const left = await this.store.left(em, rewardId);
    throw left === null ? rewardsErrors.stockUnlimited() : rewardsErrors.stockShort(left);
  }
}
