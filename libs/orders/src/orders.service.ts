import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { normaliseIdentities } from '@siyu/customers';
import type { Clock } from '@siyu/kernel';
import { CLOCK, Database } from '@siyu/platform';
import type { Order, OrderInput } from './domain/order';
import { orderContent } from './domain/order-content';
import { checkOrder } from './domain/order-rules';
import type { Outcome } from './domain/reports';
import { settle } from './domain/settlement';
import { FiguresService } from './figures.service';
import { ORDER_KEYS, type PointedKey } from './keys.store';
import { OrdersStore, type OrderPlace, type SettledOrder } from './orders.store';
import { RefundsStore, type Move } from './refunds.store';
import { recordEach, ReportsService, type Recorded, type Write } from './reports.service';

/** An order to be written, with where it goes and where it was. */
type OrderWrite = Write & { order: Order };

/** The one way in for orders: API, import and demo data all end here. */
@Injectable()
export class OrdersService {
  constructor(
    private readonly database: Database,
    private readonly reports: ReportsService,
    private readonly orders: OrdersStore,
    private readonly refunds: RefundsStore,
    private readonly figures: FiguresService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Records a batch of orders, up to 1,000, as if they came one after the other. Each order stands alone: a bad one fails
   * with a code of `checkOrder` or `customers.identity-invalid`, the others are recorded. An order that is known is updated
   * when anything of it differs, its lines replaced; when its identities lead to another customer now, it moves there with
   * its refunds. Refunds that waited for an order are applied. The figures of all customers concerned are right when the
   * batch is committed. The number of SQL statements does not depend on the number of orders.
   *
   * @param options.dryRun says what would happen and writes nothing; neither does it look up customers, so that an order
   *   that would merely move counts as unchanged
   * @returns one answer per order, in order
   */
  recordBatch(inputs: OrderInput[], options: { dryRun?: boolean } = {}): Promise<Recorded[]> {
    const now = this.clock.now();
    return recordEach(
      inputs,
      (input) => withIdentities(checkOrder(input, now)),
      (orders) => (options.dryRun ? this.foresee(orders) : this.record(orders, now)),
    );
  }

  private foresee(orders: Order[]): Promise<Outcome[]> {
    return this.reports.foresee(this.database.em, ORDER_KEYS, orders.map(asReport));
  }

  private async record(orders: Order[], now: Date): Promise<Outcome[]> {
    const reports = orders.map(asReport);
    const customerIds = await this.reports.identify(
      reports.map((report, index) => ({ ...report, ...firstSeen(orders[index]!, now) })),
    );
    return this.database.transaction(async (em) => {
      const { outcomes, writes } = await this.reports.take(em, ORDER_KEYS, reports, customerIds);
      if (writes.length > 0) {
        const changed = writes.map((write) => ({ ...write, order: orders[write.position]! }));
        await this.write(em, changed, now);
      }
      return outcomes;
    });
  }

  private async write(em: EntityManager, writes: OrderWrite[], now: Date): Promise<void> {
    const [staying, arriving] = [writes.filter(stays), writes.filter((write) => !stays(write))];
    const moved = arriving.filter(({ held }) => held !== null);
    const touched = writes.map(({ key }) => placeOf(key));
    const left = moved.map(({ held }) => placeOf(held!));

    await this.refunds.move(em, moved.map(moveOf));
    await this.refunds.applyEarly(
      em,
      arriving.filter(({ held, isNew }) => !held && !isNew).map(({ key }) => key),
    );
    await this.orders.removeAll(em, left);
    await this.orders.replace(em, await this.settled(em, staying), now);
    await this.orders.insert(em, await this.settled(em, arriving), now);
    await this.reports.point(em, ORDER_KEYS, writes);
    await this.figures.refresh(em, [...touched, ...left]);
  }

  /** The rows to be written, each with what its refunds make of it. */
  private async settled(em: EntityManager, writes: OrderWrite[]): Promise<SettledOrder[]> {
    const known = writes.filter(({ isNew }) => !isNew).map(({ key }) => placeOf(key));
    const sums = await this.refunds.sums(em, known);
    return writes.map(({ key, order }) => ({ ...placeOf(key), order, ...settle(order, sums.get(key.id) ?? 0) }));
  }
}

/** Whether the order is there already, with the customer whom it is to be with. */
function stays({ held, key }: Write): boolean {
  return held?.customerId === key.customerId;
}

function moveOf({ held, key }: Write): Move {
  return { orderId: key.id, from: held!.customerId, to: key.customerId };
}

function withIdentities(order: Order): Order {
  return { ...order, identities: normaliseIdentities(order.identities) };
}

function asReport(order: Order) {
  const { source, externalId, identities } = order;
  return { source, externalId, identities, content: orderContent(order) };
}

/** How a customer who is not known yet enters the books: under the name on the order, on the day of the order. */
function firstSeen(order: Order, now: Date): { displayName?: string; at: Date } {
  const at = order.placedAt < now ? order.placedAt : now;
  return order.customerName === null ? { at } : { displayName: order.customerName, at };
}

function placeOf({ customerId, id }: PointedKey): OrderPlace {
  return { customerId, orderId: id };
}
