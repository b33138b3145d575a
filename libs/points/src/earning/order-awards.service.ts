import { Injectable } from '@nestjs/common';
import { PurchasesQueries, type OrderPlace, type Purchase, type PurchaseGlance } from '@siyu/orders';
import { Database } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import { AwardingService, rulesAt, type Candidate } from './awarding.service';
import { AwardsStore } from './awards.store';
import { awardKeys } from './domain/award-keys';
import type { Occasion, OccasionOrder } from './domain/occasions';
import { isUnawarded, mayEarn } from './domain/order-awards';
import type { RuleVersion } from './domain/rules';
import type { AwardRow } from './earning.entities';
import { EarnersService, type KnownEarner } from './earners.service';
import type { KnownFactors } from './factors.registry';
import { TakeBacksService } from './take-backs.service';

const ORDERS_PER_TRANSACTION = 200;

/** An order to be looked at, and when it was paid as far as was known then. */
type Concerned = OrderPlace & { paidAt: Date | null };

interface Buyers {
  known: (customerId: string) => KnownEarner;
  factors: KnownFactors;
}

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
   * nothing. Orders that no rule and no award knows of cost three reads for all of them together.
   */
  async settle(places: readonly OrderPlace[]): Promise<void> {
    const rules = await this.awarding.rulesOf('order', 'first-purchase');
    if (rules.length === 0 && !(await this.awards.anyPoints())) return;
    const concerned = await this.concerned(places, rules);
    if (concerned.length === 0) return;
    const buyers = await this.buyers(concerned, rules);
    for (let at = 0; at < concerned.length; at += ORDERS_PER_TRANSACTION) {
      const chunk = concerned.slice(at, at + ORDERS_PER_TRANSACTION);
      await this.database.transaction((em) => this.settleIn(em, chunk, rules, buyers));
    }
  }

  /**
   * Those of the orders for which there may be something to do, customer by customer. What another transaction is awarding at
   * this moment can't be seen yet; so whatever could have an award to lose is looked at under the lock.
   */
  private async concerned(places: readonly OrderPlace[], rules: RuleVersion[]): Promise<Concerned[]> {
    const awards = await this.awards.ofSubjects(this.awards.em, places.map(asSubject));
    const awarded = new Set(awards.map(nameOfAward));
    const glances = new Map((await this.purchases.glance(places)).map((glance) => [nameOf(glance), glance]));
    const found = places.flatMap(({ customerId, orderId }): Concerned[] => {
      const place = { customerId, orderId };
      const order = glances.get(nameOf(place));
      const isConcerned = !order || awarded.has(nameOf(place)) || mayLose(order) || isCovered(order, rules);
      return isConcerned ? [{ ...place, paidAt: order?.paidAt ?? null }] : [];
    });
    return found.sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
  }

  /** Who they are, and what their orders are multiplied by. */
  private async buyers(concerned: readonly Concerned[], rules: RuleVersion[]): Promise<Buyers> {
    const known = await this.earners.know(
      concerned.map(({ customerId }) => customerId),
      rules,
    );
    const moments = concerned.flatMap(({ customerId, paidAt }) => (paidAt ? [{ customerId, at: paidAt }] : []));
    return { known, factors: await this.earners.multiply(moments) };
  }

  private async settleIn(
    em: EntityManager,
    places: OrderPlace[],
    rules: RuleVersion[],
    { known, factors }: Buyers,
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
      const multiplied = factors({ customerId: order.customerId, at: order.paidAt! });
      // Paid, or paid at another time, since it was looked at: whoever changed it has left a job that will find it so.
      if (!multiplied) return [];
      return [{ ...candidateOf(order, { ...known(order.customerId), factors: multiplied }, before), rules }];
    });
    const made = await this.awarding.award(em, candidates);
    await this.takeBacks.settle(em, [...held, ...made], orders);
  }
}

/** Whether a rule holds for the order, whatever has become of it since. */
function isCovered({ kind, paidAt }: PurchaseGlance, rules: RuleVersion[]): boolean {
  return kind === 'sale' && paidAt !== null && rulesAt(rules, paidAt).length > 0;
}

function mayLose({ status, refundedCents }: PurchaseGlance): boolean {
  return status === 'cancelled' || refundedCents > 0;
}

function candidateOf(
  order: Purchase,
  known: KnownEarner & Pick<Occasion, 'factors'>,
  before: AwardRow[],
): Omit<Candidate, 'rules'> {
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
