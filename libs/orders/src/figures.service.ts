import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Clock } from '@siyu/kernel';
import { CLOCK, Events } from '@siyu/platform';
import { FiguresStore } from './figures.store';
import { CUSTOMERS_PER_EVENT, ordersChanged } from './orders.events';
import type { OrderPlace } from './orders.store';

/** Keeps the figures of customers right while their orders change. Works in the caller's transaction. */
@Injectable()
export class FiguresService {
  constructor(
    private readonly figures: FiguresStore,
    private readonly events: Events,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Brings the figures of the customers of these orders up to date and tells whoever listens. To be called after the last row
   * was changed, as the last lock of the transaction: the keys of the orders are held by then.
   */
  async refresh(em: EntityManager, places: OrderPlace[]): Promise<void> {
    const now = this.clock.now();
    const changed = Map.groupBy(places, ({ customerId }) => customerId);
    const customerIds = [...changed.keys()];
    const made = new Set(await this.figures.lock(em, customerIds, now));
    const others = customerIds.filter((customerId) => !made.has(customerId));
    if (others.length > 0) await this.figures.recompute(em, others, now);
    for (let at = 0; at < customerIds.length; at += CUSTOMERS_PER_EVENT) {
      const told = customerIds.slice(at, at + CUSTOMERS_PER_EVENT);
      const orders = told.flatMap((customerId) => changed.get(customerId)!);
      await this.events.publish(em, ordersChanged, { customerIds: told, orders });
    }
  }
}
