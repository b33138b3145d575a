import { Injectable } from '@nestjs/common';
import type { Day } from '@siyu/kernel';
import { addDays } from '@siyu/kernel';
import { Database, Events } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import { ProgrammesService, type Today } from '../programme/programmes.service';
import { AwardingService, rulesAt } from './awarding.service';
import { awardKeys } from './domain/award-keys';
import { earningErrors } from './domain/errors';
import type { RuleVersion, Trigger } from './domain/rules';
import { makeUpFault, streakOn } from './domain/streaks';
import type { SignInRow } from './earning.entities';
import { EarnersService, type KnownEarner } from './earners.service';
import { memberSignedIn } from './sign-ins.events';
import { SignInsStore } from './sign-ins.store';

/** A day on record, and whether this very call put it there. */
export interface SignedIn {
  signIn: SignInRow;
  isNew: boolean;
}

/** Who asks, on which day, by which rules. */
interface Visit {
  customerId: string;
  today: Today;
  rules: RuleVersion[];
  known: KnownEarner;
}

/** Daily sign-ins of members. */
@Injectable()
export class SignInsService {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammesService,
    private readonly earners: EarnersService,
    private readonly awarding: AwardingService,
    private readonly store: SignInsStore,
    private readonly events: Events,
  ) {}

  /**
   * Signs the customer in for today. Once a day; again gives the same day.
   *
   * @throws DomainError `points.sign-ins-closed` (refused) while no rule rewards sign-ins
   */
  async signIn(customerId: string): Promise<SignedIn> {
    const visit = await this.visit(customerId);
    return this.once(customerId, visit.today.day, (em) =>
      this.record(em, visit, { day: visit.today.day, kind: 'sign-in', makeUpMonth: null, makeUpNo: null }),
    );
  }

  /**
   * Makes up a missed day with a make-up card of this month. It counts as a day of the row and earns what the day earns; what
   * later days earned stays.
   *
   * @throws DomainError `points.sign-ins-closed`, `points.make-up-day`, `points.make-ups-spent` (refused)
   */
  async makeUp(customerId: string, day: Day): Promise<SignedIn> {
    const visit = await this.visit(customerId);
    const { makeUpsPerMonth, makeUpDays } = cardsOf(visit.rules);
    const fault = makeUpFault(day, visit.today.day, makeUpDays);
    if (fault) throw earningErrors.makeUpDay(fault);
    const makeUpMonth = visit.today.day.slice(0, 7);
    return this.once(customerId, day, async (em) => {
      const used = await this.store.makeUpsIn(em, customerId, makeUpMonth);
      if (used >= makeUpsPerMonth) throw earningErrors.makeUpsSpent(makeUpsPerMonth);
      return this.record(em, visit, { day, kind: 'make-up', makeUpMonth, makeUpNo: used + 1 });
    });
  }

  private async visit(customerId: string): Promise<Visit> {
    const today = await this.programmes.today();
    const rules = rulesAt(await this.awarding.rulesOf('sign-in'), today.now);
    if (rules.length === 0) throw earningErrors.signInsClosed();
    return { customerId, today, rules, known: (await this.earners.know([customerId], rules))(customerId) };
  }

  /** Under the customer's lock: the day as it is, or else what `record` makes of it. */
  private once(customerId: string, day: Day, record: (em: EntityManager) => Promise<SignInRow>): Promise<SignedIn> {
    return this.database.transaction(async (em) => {
      await this.awarding.lock(em, [customerId]);
      const found = await this.store.find(em, customerId, day);
      return found ? { signIn: found, isNew: false } : { signIn: await record(em), isNew: true };
    });
  }

  private async record(
    em: EntityManager,
    { customerId, today, rules, known }: Visit,
    fields: Pick<SignInRow, 'day' | 'kind' | 'makeUpMonth' | 'makeUpNo'>,
  ): Promise<SignInRow> {
    const before = await this.store.find(em, customerId, addDays(fields.day, -1));
    const streak = streakOn(before?.streak ?? null);
    const [award] = await this.awarding.award(em, [
      {
        customerId,
        key: awardKeys.signIn(fields.day),
        rules,
        subjectId: null,
        source: 'sign-in',
        reference: null,
        waits: false,
        occasion: { triggers: ['sign-in'], at: today.now, streak, ...known },
      },
    ]);
    const signIn = { customerId, ...fields, streak, points: award?.points ?? 0, createdAt: today.now };
    await this.store.insert(em, signIn);
    if (fields.kind === 'make-up') await this.store.join(em, customerId, fields.day, streak);
    await this.events.publish(em, memberSignedIn, { customerId, day: fields.day, at: today.now.toISOString() });
    return signIn;
  }
}

/** The make-up cards that the rules grant: of several rules the most. */
export function cardsOf(rules: readonly RuleVersion[]): { makeUpsPerMonth: number; makeUpDays: number } {
  const triggers = rules
    .map(({ content: { trigger } }) => trigger)
    .filter((trigger): trigger is Extract<Trigger, { kind: 'sign-in' }> => trigger.kind === 'sign-in');
  return {
    makeUpsPerMonth: Math.max(0, ...triggers.map((trigger) => trigger.makeUpsPerMonth)),
    makeUpDays: Math.max(0, ...triggers.map((trigger) => trigger.makeUpDays)),
  };
}
