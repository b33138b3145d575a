import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Clock } from '@siyu/kernel';
import { CLOCK, Events } from '@siyu/platform';
import { FiguresStore } from './figures.store';
import { CUSTOMERS_PER_EVENT, ordersChanged } from './orders.events';

/** Keeps the figures of customers right while their orders change. Works in the caller's transaction. */
@Injectable()
export class FiguresService {
  constructor(
    private readonly figures: FiguresStore,
    private readonly events: Events,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** To be called before the first row of these customers is changed, after the keys of the orders are held. */
  async lock(em: EntityManager, customerIds: string[]): Promise<void> {
    await this.figures.lock(em, customerIds, this.clock.now());
  }

  /** To be called after the last row was changed: computes the figures and tells whoever listens. */
  async refresh(em: EntityManager, customerIds: string[]): Promise<void> {
    await this.figures.recompute(em, customerIds, this.clock.now());
    for (let at = 0; at < customerIds.length; at += CUSTOMERS_PER_EVENT) {
      await this.events.publish(em, ordersChanged, { customerIds: customerIds.slice(at, at + CUSTOMERS_PER_EVENT) });
    }
  }
}
