import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Clock } from '@siyu/kernel';
import { CLOCK, Database } from '@siyu/platform';
import { requireText } from './domain/field-rules';
import { limits } from './domain/limits';
import { assertRefundable, checkRefund, isRepeated, type Refund, type RefundInput } from './domain/refund-rules';
import { settle } from './domain/settlement';
import { FiguresService } from './figures.service';
import { KeysStore, ORDER_KEYS, type SourceKey } from './keys.store';
import { OrdersStore, type OrderPlace } from './orders.store';
import { RefundsStore } from './refunds.store';

/** A refund that is in the books. */
export interface RecordedRefund extends Refund {
  /** Null as long as the order has not come. */
  orderId: string | null;
  /** Whether the figures count it; false as long as the order has not come. */
  applied: boolean;
}

@Injectable()
export class RefundsService {
  constructor(
    private readonly database: Database,
    private readonly keys: KeysStore,
    private readonly orders: OrdersStore,
    private readonly refunds: RefundsStore,
    private readonly figures: FiguresService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Records money given back on an order, part of it or all. The same refund again changes nothing and gets the same
   * answer. A refund that comes before its order is kept and applied when the order comes.
   *
   * @throws DomainError `orders.field-invalid`, `orders.time-implausible` (invalid); `orders.refund-mismatch` (conflict)
   *   when the name is taken by a refund with another content; `orders.refund-exceeds-total`,
   *   `orders.return-not-refundable` (refused)
   */
  async record(order: SourceKey, input: RefundInput): Promise<RecordedRefund> {
    const refund = checkRefund(input, this.clock.now());
    const key: SourceKey = {
      source: requireText(order.source, limits.source, '/source'),
      externalId: requireText(order.externalId, limits.externalId, '/externalId'),
    };
    return this.database.transaction(async (em) => {
      await this.keys.claim(em, ORDER_KEYS, [{ ...key, customerId: null, id: null, hash: null }]);
      const [held] = await this.keys.find(em, ORDER_KEYS, [key]);
      if (!held || held.id === null) return this.keep(em, key, refund);
      return this.apply(em, { customerId: held.customerId, orderId: held.id }, refund);
    });
  }

  private async keep(em: EntityManager, order: SourceKey, refund: Refund): Promise<RecordedRefund> {
    const recorded = await this.refunds.findEarly(em, order, refund.externalId);
    if (!isRepeated(recorded, refund)) await this.refunds.insertEarly(em, order, refund, this.clock.now());
    return { ...refund, orderId: null, applied: false };
  }

  private async apply(em: EntityManager, place: OrderPlace, refund: Refund): Promise<RecordedRefund> {
    const answer = { ...refund, orderId: place.orderId, applied: true };
    if (isRepeated(await this.refunds.find(em, place, refund.externalId), refund)) return answer;
    const now = this.clock.now();
    const order = await this.refunds.getOrder(em, place);
    assertRefundable(order, refund.amountCents);
    await this.refunds.insert(em, place, refund, now);
    await this.orders.setSettlement(em, place, settle(order, order.refundsCents + refund.amountCents), now);
    await this.figures.refresh(em, [place]);
    return answer;
  }
}
