import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Clock } from '@siyu/kernel';
import { CLOCK } from '@siyu/platform';
import { ProgrammesService } from '../programme/programmes.service';
import { CodesStore } from './codes.store';
import { rewardsErrors } from './domain/errors';
import { firstState, type RedemptionState } from './domain/fulfilment';
import { startOfPeriod } from './domain/periods';
import { limitObstacles } from './domain/rewards';
import { RedemptionsStore } from './redemptions.store';
import type { RedemptionRow, RewardRow } from './rewards.entities';
import { StocksStore } from './stocks.store';

/** Who takes what off the shelf. */
export interface Taking {
  redemptionId: string;
  customerId: string;
  reward: RewardRow;
  quantity: number;
}

/** How a redemption begins. */
export interface Taken {
  createdAt: Date;
  state: RedemptionState;
  codes: string[] | null;
  completedAt: Date | null;
}

/** Taking rewards off the shelf and putting them back, in the caller's transaction. */
@Injectable()
export class ShelvesService {
  constructor(
    private readonly redemptions: RedemptionsStore,
    private readonly stocks: StocksStore,
    private readonly codes: CodesStore,
    private readonly programmes: ProgrammesService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Limits first, then the stock, then codes. The caller holds the lock of the customer's account, so that two requests at
   * once can't pass her limits.
   *
   * @throws DomainError `points.limit-reached`, `points.sold-out` (refused)
   */
  async take(em: EntityManager, taking: Taking): Promise<Taken> {
    const { redemptionId, reward, quantity } = taking;
    const now = this.clock.now();
    await this.assertWithinLimits(em, taking, now);
    if (!(await this.stocks.take(em, reward.rewardId, quantity))) throw soldOut();
    const codes = reward.kind === 'coupon' ? await this.codes.take(em, reward.rewardId, redemptionId, quantity) : null;
    if (codes && codes.length < quantity) throw soldOut();
    const state = firstState(reward.kind);
    return { createdAt: now, state, codes, completedAt: state === 'completed' ? now : null };
  }

  /** What a cancelled redemption gives back: the stock if it is to, and its codes, void if anybody has seen them. */
  async putBack(em: EntityManager, cancelled: RedemptionRow, restock: boolean): Promise<void> {
    const { rewardId, quantity, codes, codesShownAt } = cancelled;
    if (restock) await this.stocks.putBack(em, rewardId, quantity);
    if (codes) await this.codes.giveUp(em, rewardId, codes, codesShownAt !== null);
  }

  private async assertWithinLimits(
    em: EntityManager,
    { customerId, reward, quantity }: Taking,
    now: Date,
  ): Promise<void> {
    if (reward.limitTotal === null && reward.limitPerPeriod === null) return;
    const { timeZone } = await this.programmes.current(em);
    const since = reward.limitPeriod && startOfPeriod(now, reward.limitPeriod, timeZone);
    const redeemed = await this.redemptions.redeemed(em, customerId, reward.rewardId, since);
    const [obstacle] = limitObstacles(reward, redeemed, quantity);
    if (obstacle) throw rewardsErrors.unavailable(obstacle);
  }
}

function soldOut() {
  return rewardsErrors.unavailable({ reason: 'sold-out' });
}
