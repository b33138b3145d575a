import { Inject, Injectable } from '@nestjs/common';
import { PersonsQueries, type Person } from '@siyu/customers';
import { addDays, dayOf, startOfDay, type Clock, type Day } from '@siyu/kernel';
import { CLOCK, CONFIG, Database, type Config } from '@siyu/platform';
import type { MemberSignedIn } from '@siyu/points';
import type { EntityManager } from 'typeorm';
import { LEDGERS, rulesAt, type BehaviourKind, type DatedRule, type ValueLedger } from './domain/rules';
import { periodsOf, room, within } from './domain/settling';
import { plainWorth } from './domain/worth';
import { ValueRulesService } from './value-rules.service';
import { ValuesService } from './values.service';
import { ValuesStore, type Draft } from './values.store';

/** Something that counts once, for good: a sign-in, a completed profile. */
interface Occasion {
  customerId: string;
  dated: DatedRule;
  entryKey: string;
  at: Date;
  channel: string | null;
  source: 'sign-in' | 'profile';
}

/** Books sign-ins and completed profiles. */
@Injectable()
export class OccasionsService {
  constructor(
    private readonly database: Database,
    private readonly rules: ValueRulesService,
    private readonly store: ValuesStore,
    private readonly values: ValuesService,
    private readonly persons: PersonsQueries,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A day of a member on record, once a day. A day that was made up counts at its end, not when it was made up. */
  async signedIn({ customerId, day, at, channel }: MemberSignedIn): Promise<void> {
    const moment = this.momentOn(day, new Date(at));
    await this.each(
      'sign-in',
      () => moment,
      (dated) => [
        {
          customerId,
          dated,
          entryKey: `sign-in:${day}:${dated.rule.key}`,
          at: moment,
          channel: channel ?? null,
          source: 'sign-in',
        },
      ],
    );
  }

  /** Profiles that came to be complete, once ever per rule. */
  async profilesChanged(customerIds: readonly string[]): Promise<void> {
    const now = this.clock.now();
    let persons: Person[] | null = null;
    await this.each(
      'profile-completed',
      () => now,
      async (dated) => {
        persons ??= await this.persons.of(customerIds);
        return persons
          .filter((person) => isComplete(person, dated))
          .map(({ customerId }) => ({
            ...{ customerId, dated, entryKey: `profile:${dated.rule.key}`, at: now },
            ...{ channel: null, source: 'profile' as const },
          }));
      },
    );
  }

  private async each(
    kind: BehaviourKind,
    at: () => Date,
    occasionsOf: (dated: DatedRule) => Occasion[] | Promise<Occasion[]>,
  ): Promise<void> {
    const rules = await this.rules.dated();
    for (const ledger of LEDGERS)
      for (const dated of rulesAt(rules[ledger], at()).filter(({ rule }) => rule.on.kind === kind))
        await this.bookNew(ledger, await occasionsOf(dated));
  }

  private async bookNew(ledger: ValueLedger, occasions: Occasion[]): Promise<void> {
    const known = await this.store.ofKeys(this.database.em, ledger, occasions);
    const booked = new Set(known.map(({ customerId }) => customerId));
    const fresh = occasions.filter(({ customerId }) => !booked.has(customerId));
    if (fresh.length === 0) return;
    await this.database.transaction(async (em) => {
      const customerIds = fresh.map(({ customerId }) => customerId);
      await this.store.lock(em, ledger, customerIds, this.clock.now());
      await this.values.book(em, ledger, await this.draftsOf(em, ledger, fresh));
    });
  }

  /** One occasion per customer, all of one rule and one moment. */
  private async draftsOf(em: EntityManager, ledger: ValueLedger, occasions: Occasion[]): Promise<Draft[]> {
    const { at, dated } = occasions[0]!;
    const { rule, version } = dated;
    const day = dayOf(at, this.config.timeZone);
    const used = await this.usedBy(em, ledger, occasions, day);
    return occasions.flatMap(({ customerId, entryKey, channel, source }): Draft[] => {
      const worth = plainWorth(rule, channel);
      const amount = within(worth, room(rule.caps, used.get(customerId) ?? new Map<string, number>(), day));
      if (amount === 0) return [];
      const named = { ruleKey: rule.key, ruleVersion: version, reversesKey: null, subjectId: null };
      const breakdown = { value: rule.value, channel, uncapped: worth };
      return [
        { customerId, entryKey, amount, source, occurredAt: at.toISOString(), reason: source, breakdown, ...named },
      ];
    });
  }

  /** What the rule gave the customers on the day, in its month and ever. */
  private async usedBy(
    em: EntityManager,
    ledger: ValueLedger,
    occasions: Occasion[],
    day: Day,
  ): Promise<Map<string, Map<string, number>>> {
    const [daily, monthly, ever] = periodsOf(day);
    const { timeZone } = this.config;
    const begins = (first: Day) => startOfDay(first, timeZone);
    const month = begins(`${monthly}-01`);
    const nextMonth = begins(`${addDays(`${monthly}-01`, 31).slice(0, 7)}-01`);
    const spans = [
      { period: daily, from: begins(day), to: begins(addDays(day, 1)) },
      { period: monthly, from: month, to: nextMonth },
      { period: ever, from: null, to: null },
    ];
    const customerIds = occasions.map(({ customerId }) => customerId);
    const found = await this.store.used(em, ledger, customerIds, [occasions[0]!.dated.rule.key], spans);
    const answer = new Map<string, Map<string, number>>();
    for (const { customerId, period, amount } of found)
      answer.set(customerId, (answer.get(customerId) ?? new Map<string, number>()).set(period, amount));
    return answer;
  }

  /** The moment, or the last one of the day where it lies behind it. */
  private momentOn(day: Day, at: Date): Date {
    const last = new Date(startOfDay(addDays(day, 1), this.config.timeZone).getTime() - 1);
    return at < last ? at : last;
  }
}

function isComplete(
  { displayName, gender, birthday, attributes, identityTypes }: Person,
  { rule }: DatedRule,
): boolean {
  if (rule.on.kind !== 'profile-completed') return false;
  const own: Record<string, unknown> = { displayName, gender, birthday };
  const isFilled = (value: unknown) => value !== null && value !== undefined && value !== '';
  return rule.on.fields.every((field) => {
    if (field === 'phone' || field === 'email') return identityTypes.includes(field);
    return isFilled(field.startsWith('attributes.') ? attributes[field.slice('attributes.'.length)] : own[field]);
  });
}
