import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@siyu/kernel';
import { CLOCK, CONFIG, type Config } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import { isCapped, type DatedRule, type ValueLedger } from './domain/rules';
import { capped, lessTaken, type Standing } from './domain/settling';
import { flatRules } from './domain/worth';
import { ValueSettlingStore, type SettlingRules } from './value-settling.store';
import { ValuesService } from './values.service';
import { ValuesStore, type Draft, type IdRange, type SubjectPlace } from './values.store';

/** Books what orders and events ask for, in the caller's transaction. Locks the accounts first, then reads. */
@Injectable()
export class ValueBookingService {
  constructor(
    private readonly store: ValuesStore,
    private readonly settling: ValueSettlingStore,
    private readonly values: ValuesService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** For some orders and events, and says who changed. Rules with caps look at everything that their customers did. */
  async settlePlaces(
    em: EntityManager,
    ledger: ValueLedger,
    dated: readonly DatedRule[],
    places: readonly SubjectPlace[],
  ): Promise<void> {
    const rules = settlingRules(dated);
    const booking = this.booking();
    const customerIds = [...new Set(places.map(({ customerId }) => customerId))];
    await this.store.lock(em, ledger, customerIds, booking.at);
    const booked = await this.settling.settlePlaces(em, ledger, rules, places, booking);
    const cut = await this.store.book(em, ledger, await this.cutDrafts(em, ledger, dated, customerIds), booking);
    await this.values.tell(em, ledger, [...new Set([...booked, ...cut].map(({ customerId }) => customerId))]);
  }

  /** For everybody in a range of ids, without saying who changed. */
  async settleRange(
    em: EntityManager,
    ledger: ValueLedger,
    dated: readonly DatedRule[],
    range: IdRange,
  ): Promise<{ entries: number; amount: number }> {
    const booking = this.booking();
    const customerIds = await this.store.lockRange(em, ledger, range, booking.at);
    const booked = await this.settling.settleRange(em, ledger, settlingRules(dated), range, booking);
    const cut = await this.store.book(em, ledger, await this.cutDrafts(em, ledger, dated, customerIds), booking);
    return cut.reduce(
      ({ entries, amount }, each) => ({ entries: entries + each.entries, amount: amount + each.amount }),
      booked,
    );
  }

  private booking() {
    return { at: this.clock.now(), actor: 'system' };
  }

  /** What is to be booked of rules with caps. */
  private async cutDrafts(
    em: EntityManager,
    ledger: ValueLedger,
    dated: readonly DatedRule[],
    customerIds: readonly string[],
  ): Promise<Draft[]> {
    const rules = settlingRules(dated);
    if (rules.cappedKeys.length === 0 || customerIds.length === 0) return [];
    const standings = await this.settling.cappedStandings(em, ledger, rules, customerIds);
    const groups = Map.groupBy(standings, ({ customerId, ruleKey }) => `${customerId} ${ruleKey}`);
    return [...groups.values()].flatMap((group) => cut(group, dated, this.config.timeZone));
  }
}

/** What is to be booked for one customer and one rule with caps. */
function cut(standings: Standing[], dated: readonly DatedRule[], timeZone: string): Draft[] {
  const { ruleKey } = standings[0]!;
  const ruleOf = (version: number | null) =>
    dated.find(({ rule, version: made }) => rule.key === ruleKey && made === version)?.rule ?? null;
  const wanted = capped(standings, ruleOf, timeZone);
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
        ...{ customerId, source, subjectId, ruleKey, ruleVersion, reversesKey: null },
        entryKey: `${kind}:${subjectId}:${ruleKey}:${number}`,
        amount: target - booked,
        occurredAt: at,
        reason: entries > 0 ? 'correction' : kind,
        breakdown: { netCents, wanted: target, before: booked, uncapped: standing.wanted },
      },
    ];
  });
}

/** Rules in the form that settling takes them. */
export function settlingRules(dated: readonly DatedRule[]): SettlingRules {
  const flat = flatRules(dated);
  const settled = new Set(flat.map(({ rule_key: key }) => key));
  const withCaps = dated.filter(({ rule }) => isCapped(rule) && settled.has(rule.key));
  return { flat, cappedKeys: [...new Set(withCaps.map(({ rule }) => rule.key))] };
}
