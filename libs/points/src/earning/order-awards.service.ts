import { Injectable } from '@nestjs/common';
import { PurchasesQueries, type OrderPlace, type Purchase } from '@siyu/orders';
import { Database } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import { AwardingService, rulesAt, type Candidate } from './awarding.service';
import { AwardsStore } from './awards.store';
import { awardKeys } from './domain/award-keys';
import type { OccasionOrder } from './domain/occasions';
import { isUnawarded, mayEarn } from './domain/order-awards';
import type { RuleVersion } from './domain/rules';
import type { AwardRow } from './earning.entities';
import { EarnersService, type KnownEarner } from './earners.service';
import { TakeBacksService } from './take-backs.service';

const ORDERS_PER_TRANSACTION = 200;

/** Keeps the awards of orders in step with the orders, whatever happens to them. */
@Injectable()
export class OrderAwardsService {
  constructor(
    private readonly database: Database,
    private readonly purchases: PurchasesQueries,
    private readonly earners: EarnersService,
    private readonly awarding: AwardingService,
    private readonly takeBacks: TakeBacksService,
    private readonly awards: AwardsStore,
  ) {}

  /**
   * Awards, takes back, gives back and lets mature what the present state of the orders asks for. Saying it again changes
   * nothing. Orders that no rule and no award knows of cost two reads.
   */
  async settle(places: readonly OrderPlace[]): Promise<void> {
    const rules = await this.awarding.rulesOf('order', 'first-purchase');
    const concerned = await this.concerned(places, rules);
    if (concerned.length === 0) return;
    const known = await this.earners.know(
      concerned.map(({ customerId }) => customerId),
      rules,
    );
    for (let at = 0; at < concerned.length; at += ORDERS_PER_TRANSACTION) {
      const chunk = concerned.slice(at, at + ORDERS_PER_TRANSACTION);
      await this.database.transaction((em) => this.settleIn(em, chunk, rules, known));
    }
  }

  /** Those of the orders for which there may be something to do, customer by customer. */
  private async concerned(places: readonly OrderPlace[], rules: RuleVersion[]): Promise<OrderPlace[]> {
    const em = this.database.em;
    const names = new Set((await this.awards.ofSubjects(em, places.map(asSubject))).map(nameOfAward));
    if (rules.length === 0) {
      for (const place of await this.purchases.cancelledAmong(places)) names.add(nameOf(place));
    } else {
      for (const purchase of await this.purchases.of(places)) {
        const earns = mayEarn(purchase) && rulesAt(rules, purchase.paidAt!).length > 0;
        if (earns || purchase.status === 'cancelled') names.add(nameOf(purchase));
      }
    }
    return places
      .filter((place) => names.has(nameOf(place)))
      .sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
  }

  private async settleIn(
    em: EntityManager,
    places: OrderPlace[],
    rules: RuleVersion[],
    known: (customerId: string) => KnownEarner,
  ): Promise<void> {
    await this.awarding.lock(
      em,
      places.map(({ customerId }) => customerId),
    );
    // Read under the lock: whoever comes later sees what this transaction made of it.
    const orders = new Map((await this.purchases.of(places, em)).map((order) => [nameOf(order), order]));
    const held = await this.awards.ofSubjects(em, places.map(asSubject));
    const byOrder = Map.groupBy(held, nameOfAward);
    const candidates = [...orders.values()].flatMap((order): Candidate[] => {
      const before = byOrder.get(nameOf(order)) ?? [];
      if (!mayEarn(order) || !isUnawarded(before)) return [];
      return [{ ...candidateOf(order, known(order.customerId), before), rules }];
    });
    const made = await this.awarding.award(em, candidates);
    await this.takeBacks.settle(em, [...held, ...made], orders);
  }
}

function candidateOf(order: Purchase, known: KnownEarner, before: AwardRow[]): Omit<Candidate, 'rules'> {
  return {
    customerId: order.customerId,
    key: awardKeys.order(order, before.length + 1),
    subjectId: order.orderId,
    source: 'orders',
    reference: referenceOf(order),
    waits: true,
    occasion: {
      triggers: order.isFirst ? ['order', 'first-purchase'] : ['order'],
      at: order.paidAt!,
      order: asOccasion(order),
      ...known,
    },
  };
}

function asOccasion({ channel, currency, totalCents, items }: Purchase): OccasionOrder {
  const lines = items.map(({ lineNo, sku, category, quantity, unitPriceCents }) => {
    const amount = BigInt(quantity) * BigInt(unitPriceCents);
    return { lineNo, sku, category, amountCents: Number(amount) };
  });
  return { channel, currency, totalCents, lines };
}

const MAX_REFERENCE = 128;

/** The order's number, as the ledger keeps it. */
function referenceOf({ externalId }: Purchase): string | null {
  return externalId.length > MAX_REFERENCE ? null : externalId;
}

/** An order at a customer's. */
export function nameOf({ customerId, orderId }: OrderPlace): string {
  return `${customerId} ${orderId}`;
}

export function nameOfAward({ customerId, subjectId }: AwardRow): string {
  return `${customerId} ${subjectId}`;
}

function asSubject({ customerId, orderId }: OrderPlace): { customerId: string; subjectId: string } {
  return { customerId, subjectId: orderId };
}
