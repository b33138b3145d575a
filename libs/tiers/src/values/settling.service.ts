import { Inject, Injectable } from '@nestjs/common';
import type { EventsRecorded, OrderPlace } from '@siyu/orders';
import { PurchasesQueries, type PurchaseGlance } from '@siyu/orders';
import type { Clock } from '@siyu/kernel';
import { CLOCK, CONFIG, Database, type Config } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import { eventTypeOf, isCapped, LEDGERS, rulesAt, type DatedRule, type ValueLedger } from './domain/rules';
import { capped, lessTaken, type Standing } from './domain/settling';
import { flatRules } from './domain/worth';
import { ValueRulesService } from './value-rules.service';
import { ValuesService } from './values.service';
import { ValuesStore, type Draft, type SettlingRules, type SubjectPlace } from './values.store';

const PLACES_PER_TRANSACTION = 500;

/** Keeps value ledgers in step with orders and events, whatever happens to these. */
@Injectable()
export class SettlingService {
  constructor(
    private readonly database: Database,
    private readonly rules: ValueRulesService,
    private readonly store: ValuesStore,
    private readonly values: ValuesService,
    private readonly purchases: PurchasesQueries,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
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

  /** Brings what customers have by rules with caps to what these ask for; the accounts are locked. @returns how much that was */
  async settleCapped(
    em: EntityManager,
    ledger: ValueLedger,
    dated: readonly DatedRule[],
    customerIds: readonly string[],
  ): Promise<{ drafts: number; amount: number }> {
    const rules = settlingRules(dated);
    if (rules.cappedKeys.length === 0 || customerIds.length === 0) return { drafts: 0, amount: 0 };
    const standings = await this.store.cappedStandings(em, ledger, rules, customerIds);
    const drafts = [
      ...Map.groupBy(standings, ({ customerId, ruleKey }) => `${customerId} ${ruleKey}`).values(),
    ].flatMap((group) => this.draftsOf(group, dated));
    await this.values.book(em, ledger, drafts);
    return { drafts: drafts.length, amount: drafts.reduce((sum, { amount }) => sum + amount, 0) };
  }

  private async settle(ledger: ValueLedger, dated: readonly DatedRule[], places: SubjectPlace[]): Promise<void> {
    const rules = settlingRules(dated);
    for (let at = 0; at < places.length; at += PLACES_PER_TRANSACTION) {
      const chunk = places.slice(at, at + PLACES_PER_TRANSACTION);
      const customerIds = [...new Set(chunk.map(({ customerId }) => customerId))];
      await this.database.transaction(async (em) => {
        const now = this.clock.now();
        await this.store.lock(em, ledger, customerIds, now);
        const booked = await this.store.settlePlaces(em, ledger, rules, chunk, { at: now, actor: 'system' });
        await this.settleCapped(em, ledger, dated, customerIds);
        await this.values.tell(
          em,
          ledger,
          booked.map(({ customerId }) => customerId),
        );
      });
    }
  }

  /** What is to be booked for one customer and one rule with caps. */
  private draftsOf(standings: Standing[], dated: readonly DatedRule[]): Draft[] {
    const { ruleKey } = standings[0]!;
    const ruleOf = (version: number | null) =>
      dated.find((each) => each.rule.key === ruleKey && each.version === version)?.rule ?? null;
    const wanted = capped(standings, ruleOf, this.config.timeZone);
    const numbers = new Map<string, number>();
    return standings.flatMap((standing, index): Draft[] => {
      const target = lessTaken(wanted[index]!, standing.taken);
      if (target === standing.booked) return [];
      const { customerId, subjectId, source, at, ruleVersion, netCents, booked, entries } = standing;
      const number = (numbers.get(subjectId) ?? entries) + 1;
      numbers.set(subjectId, number);
      const kind = source === 'orders' ? 'order' : 'event';
      return [
        {
          customerId,
          entryKey: `${kind}:${subjectId}:${ruleKey}:${number}`,
          amount: target - booked,
          occurredAt: at,
          ...{ source, subjectId, ruleKey, ruleVersion },
          reversesKey: null,
          reason: entries > 0 ? 'correction' : kind,
          breakdown: { netCents, wanted: target, before: booked, uncapped: standing.wanted },
        },
      ];
    });
  }

  /** Without rules there is something to do only while there is something to take back. */
  private async mayMatter(ledgers: readonly ValueLedger[]): Promise<boolean> {
    return ledgers.length > 0 || (await this.store.anyEntries(this.database.em));
  }
}

export function settlingRules(dated: readonly DatedRule[]): SettlingRules {
  const flat = flatRules(dated);
  const settled = new Set(flat.map(({ rule_key: key }) => key));
  const withCaps = dated.filter(({ rule }) => isCapped(rule) && settled.has(rule.key));
  return { flat, cappedKeys: [...new Set(withCaps.map(({ rule }) => rule.key))] };
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
