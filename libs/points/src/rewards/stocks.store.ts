import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { affected, row } from '@siyu/platform';

/**
 * What is left of a reward. Each change is one guarded statement: it happens as a whole or not at all, however many come at
 * once. Its row is locked until the transaction ends, so it is touched last.
 */
@Injectable()
export class StocksStore {
  async open(em: EntityManager, rewardId: string, stock: number | null): Promise<void> {
    await affected(em, `insert into points_reward_stocks (reward_id, stock) values ($1, $2)`, [rewardId, stock]);
  }

  /** @returns what is left; null: unlimited */
  async left(em: EntityManager, rewardId: string): Promise<number | null> {
    const found = await row<{ stock: number | null }>(
      em,
      `select stock from points_reward_stocks where reward_id = $1`,
      [rewardId],
    );
    return found?.stock ?? null;
  }

  /** @returns whether there were as many */
  async take(em: EntityManager, rewardId: string, quantity: number): Promise<boolean> {
    const taken = await affected(
      em,
      `update points_reward_stocks set stock = stock - $2 where reward_id = $1 and stock >= $2`,
      [rewardId, quantity],
    );
    return taken > 0 || (await this.left(em, rewardId)) === null;
  }

  /** Puts back what was taken; nothing to do for an unlimited stock. */
  async putBack(em: EntityManager, rewardId: string, quantity: number): Promise<void> {
    await affected(
      em,
      `update points_reward_stocks set stock = stock + $2 where reward_id = $1 and stock is not null`,
      [rewardId, quantity],
    );
  }

  /** @returns what is left then; null when the stock is unlimited or would fall below zero */
  async change(em: EntityManager, rewardId: string, delta: number): Promise<number | null> {
    const changed = await row<{ stock: number }>(
      em,
      `update points_reward_stocks set stock = stock + $2 where reward_id = $1 and stock + $2 >= 0 returning stock`,
      [rewardId, delta],
    );
    return changed?.stock ?? null;
  }

  /** Gives an unlimited stock a limit. @returns whether it was unlimited */
  async limit(em: EntityManager, rewardId: string, stock: number): Promise<boolean> {
    const text = `update points_reward_stocks set stock = $2 where reward_id = $1 and stock is null`;
    return (await affected(em, text, [rewardId, stock])) > 0;
  }

  /** @returns what was left before; null: it was unlimited already */
  async unlimit(em: EntityManager, rewardId: string): Promise<number | null> {
    const before = await row<{ stock: number | null }>(
      em,
      `with before as (select reward_id, stock from points_reward_stocks where reward_id = $1 for no key update)
       update points_reward_stocks as s set stock = null from before where s.reward_id = before.reward_id
       returning before.stock`,
      [rewardId],
    );
    return before?.stock ?? null;
  }
}
