import { Injectable } from '@nestjs/common';
import { PurchasesQueries, type EventsRecorded, type OrderPlace, type PurchaseGlance } from '@siyu/orders';
import { Database } from '@siyu/platform';
import { eventTypeOf, LEDGERS, rulesAt, type DatedRule, type ValueLedger } from './domain/rules';
import { ValueBookingService } from './value-booking.service';
import { ValueRulesService } from './value-rules.service';
import { ValuesStore, type SubjectPlace } from './values.store';

const PLACES_PER_TRANSACTION = 500;

/** Keeps value ledgers in step with orders and events, whatever happens to these. */
@Injectable()
export class ValueSettlingService {
  constructor(
    private readonly database: Database,
    private readonly rules: ValueRulesService,
    private readonly store: ValuesStore,
    private readonly booking: ValueBookingService,
    private readonly purchases: PurchasesQueries,
  ) {}

  /**
   * Books what the present state of the orders asks for. Saying it again changes nothing. Orders that no rule and no entry
   * knows of cost three reads for all of them together.
   */
  async settleOrders(orders: readonly OrderPlace[]): Promise<void> {
    const dated = await this.rules.dated();
    const ledgers = LEDGERS.filter((ledger) => dated[ledger].some(({ rule }) => rule.on.kind === 'order'));
    const places = distinct(orders.map(({ customerId, orderId }) => ({ customerId, subjectId: orderId })));
    if (!(await this.mayMatter(ledgers))) return;
    const known = new Set((await this.store.ofSubjects(this.database.em, places)).map(nameOf));
    const glances = new Map((await this.purchases.glance(orders)).map((glance) => [nameOfOrder(glance), glance]));
    for (const ledger of LEDGERS) {
      const concerned = places.filter((place) => {
        const order = glances.get(nameOf(place));
        // What another transaction is booking at this moment can't be seen yet: whatever could have something to lose is looked at under the lock.
        return !order || known.has(nameOf(place)) || mayLose(order) || isCovered(order, dated[ledger]);
      });
      await this.settle(ledger, dated[ledger], concerned);
    }
  }

  /** Books what these behavioural events ask for. */
  async settleEvents(events: EventsRecorded['events']): Promise<void> {
    const dated = await this.rules.dated();
    const places = distinct(events.map(({ customerId, eventId }) => ({ customerId, subjectId: eventId })));
    if (!(await this.mayMatter(LEDGERS.filter((ledger) => dated[ledger].length > 0)))) return;
    const known = new Set((await this.store.ofSubjects(this.database.em, places)).map(nameOf));
    const typeOf = new Map(events.map(({ eventId, type }) => [eventId, type]));
    for (const ledger of LEDGERS) {
      const types = new Set(dated[ledger].map(({ rule }) => eventTypeOf(rule.on)));
      const concerned = places.filter((place) => known.has(nameOf(place)) || types.has(typeOf.get(place.subjectId)!));
      await this.settle(ledger, dated[ledger], concerned);
    }
  }

  private async settle(ledger: ValueLedger, dated: readonly DatedRule[], places: SubjectPlace[]): Promise<void> {
    for (let at = 0; at < places.length; at += PLACES_PER_TRANSACTION) {
      const chunk = places.slice(at, at + PLACES_PER_TRANSACTION);
      await this.database.transaction((em) => this.booking.settlePlaces(em, ledger, dated, chunk));
    }
  }

  /** Without rules there is something to do only while there is something to take back. */
  private async mayMatter(ledgers: readonly ValueLedger[]): Promise<boolean> {
    return ledgers.length > 0 || (await this.store.anyEntries(this.database.em));
  }
}

function isCovered({ paidAt }: PurchaseGlance, rules: readonly DatedRule[]): boolean {
  return paidAt !== null && rulesAt(rules, paidAt).some(({ rule }) => rule.on.kind === 'order');
}

function mayLose({ status, refundedCents }: PurchaseGlance): boolean {
  return status === 'cancelled' || refundedCents > 0;
}

function distinct(places: SubjectPlace[]): SubjectPlace[] {
  const found = new Map(places.map((place) => [nameOf(place), place]));
  return [...found.values()].sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
}

function nameOf({ customerId, subjectId }: SubjectPlace): string {
  return `${customerId} ${subjectId}`;
}

function nameOfOrder({ customerId, orderId }: OrderPlace): string {
  return `${customerId} ${orderId}`;
}
