import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@siyu/kernel';
import { Audit, CLOCK } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import type { Act, AwardPart } from '../ledger/domain/acts';
import { LedgerService } from '../ledger/ledger.service';
import { ProgrammesService } from '../programme/programmes.service';
import { AwardsStore } from './awards.store';
import { decideAward, partsOf, periodsAt, sumOf, usesOf } from './domain/awards';
import type { Verdict } from './domain/judgement';
import type { Occasion } from './domain/occasions';
import { versionAt, type RuleVersion, type TriggerKind } from './domain/rules';
import { Tallies } from './domain/tallies';
import type { AwardRow } from './earning.entities';
import { RulesStore } from './rules.store';

/** Something that may be awarded, once under its key. */
export interface Candidate {
  customerId: string;
  key: string;
  occasion: Occasion;
  /** Which versions are asked; those that hold at the time of the occasion decide. */
  rules: readonly RuleVersion[];
  source: string;
  reference: string | null;
  subjectId: string | null;
  /** Where the programme says so, the award stays pending until its order is completed. */
  waits: boolean;
}

type Decided = Candidate & { parts: AwardPart[] };

const MAX_REASON = 200;

/** Lets rules decide, and books what they give. Works in the caller's transaction, which holds the earners' locks. */
@Injectable()
export class AwardingService {
  constructor(
    private readonly awards: AwardsStore,
    private readonly rules: RulesStore,
    private readonly ledger: LedgerService,
    private readonly programmes: ProgrammesService,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Every version of the active rules of these triggers. */
  rulesOf(...triggers: TriggerKind[]): Promise<RuleVersion[]> {
    return this.rules.activeVersions(triggers);
  }

  /** Locks the earners: what is awarded to them, and what they have used up, stays as it is until the transaction ends. */
  async lock(em: EntityManager, customerIds: Iterable<string>): Promise<void> {
    await this.awards.lockEarners(em, customerIds, this.clock.now());
  }

  /**
   * Awards what has not been awarded before. Within caps and budgets, in the order of the candidates.
   *
   * @returns the awards that were made now; a candidate who earns nothing, or had it before, has none
   */
  async award(em: EntityManager, candidates: readonly Candidate[]): Promise<AwardRow[]> {
    const fresh = await this.unknownTo(em, candidates);
    if (fresh.length === 0) return [];
    const decided = await this.decide(em, fresh);
    if (decided.length === 0) return [];
    const answers = await this.ledger.postIn(em, decided.map(earning));
    const booked = decided.flatMap((each, index) => {
      const answer = answers[index]!;
      // A customer who is gone or whose account was taken over earns nothing here; neither does one who took over the account
      // that had this very award.
      if ('refusal' in answer || answer.entry?.customerId !== each.customerId) return [];
      return [{ ...each, entry: answer.entry, replayed: answer.replayed }];
    });
    return this.record(em, booked);
  }

  private async unknownTo(em: EntityManager, candidates: readonly Candidate[]): Promise<Candidate[]> {
    const held = await this.awards.ofKeys(em, [...candidates]);
    const known = new Set(held.map(({ customerId, awardKey }) => `${customerId} ${awardKey}`));
    return candidates.filter(({ customerId, key }) => {
      const name = `${customerId} ${key}`;
      return !known.has(name) && known.add(name);
    });
  }

  /** What the rules would give now, with every verdict. Reads only, and locks nothing. */
  async foresee(customerId: string | null, occasion: Occasion, rules: readonly RuleVersion[]): Promise<Verdict[]> {
    const terms = await this.programmes.current();
    const tallies = await this.tallies(null, [{ customerId, occasion, rules }], terms.timeZone);
    return decideAward(occasion, rules, terms, tallies.limitsOf(customerId, occasion.at, terms.timeZone));
  }

  private async decide(em: EntityManager, candidates: readonly Candidate[]): Promise<Decided[]> {
    const terms = await this.programmes.current(em);
    const waits = terms.pendingDaysAfterCompletion !== null;
    const asked = candidates.map((each) => ({ ...each, rules: rulesAt(each.rules, each.occasion.at) }));
    if (asked.every(({ rules }) => rules.length === 0)) return [];
    const tallies = await this.tallies(em, asked, terms.timeZone);
    return asked.flatMap((each) => {
      const { customerId, occasion } = each;
      const limits = tallies.limitsOf(customerId, occasion.at, terms.timeZone);
      const parts = partsOf(decideAward(occasion, each.rules, terms, limits));
      if (parts.length === 0) return [];
      tallies.take(customerId, occasion.at, terms.timeZone, parts);
      return [{ ...each, parts, waits: each.waits && waits }];
    });
  }

  /** What is used up and what is left; with a transaction, the budgets are locked. */
  private async tallies(
    em: EntityManager | null,
    asked: readonly (Pick<Candidate, 'occasion' | 'rules'> & { customerId: string | null })[],
    timeZone: string,
  ): Promise<Tallies> {
    const ruleIds = [...new Set(asked.flatMap(({ rules }) => rules.map(({ ruleId }) => ruleId)))];
    const customerIds = [...new Set(asked.flatMap(({ customerId }) => customerId ?? []))];
    const periods = new Set(asked.flatMap(({ occasion }) => Object.values(periodsAt(occasion.at, timeZone))));
    const uses = await this.awards.uses(em ?? this.awards.em, customerIds, ruleIds, [...periods]);
    return new Tallies(uses, await this.rules.budgetsLeft(em ?? this.awards.em, ruleIds, em !== null));
  }

  private async record(
    em: EntityManager,
    booked: (Decided & { entry: { seq: number; points: number; pendingPoints: number }; replayed: boolean })[],
  ): Promise<AwardRow[]> {
    const now = this.clock.now();
    const { timeZone } = await this.programmes.current(em);
    const made = booked.map(({ entry, replayed, ...each }): AwardRow => {
      return {
        customerId: each.customerId,
        awardKey: each.key,
        seq: entry.seq,
        points: entry.points + entry.pendingPoints,
        takenPoints: 0,
        // What was booked by somebody else under this key has used nothing of our rules.
        uses: replayed ? [] : usesOf(each.parts, each.occasion.at, timeZone),
        subjectId: each.subjectId,
        isWaiting: each.waits,
        awardedAt: now,
      };
    });
    await this.awards.insert(em, made);
    await this.awards.count(
      em,
      made.flatMap(({ customerId, uses }) => uses.map((use) => ({ ...use, customerId }))),
    );
    await this.spendBudgets(
      em,
      booked.filter(({ replayed }) => !replayed).flatMap(({ parts }) => parts),
      now,
    );
    return made;
  }

  private async spendBudgets(em: EntityManager, parts: AwardPart[], now: Date): Promise<void> {
    const budgets = await this.rules.budgetsLeft(em, [...new Set(parts.map(({ ruleId }) => ruleId))], false);
    const spent = new Map<string, number>();
    for (const { ruleId, points } of parts)
      if (budgets.has(ruleId)) spent.set(ruleId, (spent.get(ruleId) ?? 0) + points);
    if (spent.size === 0) return;
    for (const ruleId of await this.rules.spend(em, spent, now)) {
      const after = { status: 'closed', closedBecause: 'budget' };
      await this.audit.record(em, {
        actor: null,
        action: 'points.close-rule',
        subject: 'points-rule',
        subjectId: ruleId,
        before: { status: 'active' },
        after,
      });
    }
  }
}

/** Of each rule the version that holds at the time. */
export function rulesAt(versions: readonly RuleVersion[], at: Date): RuleVersion[] {
  return [...Map.groupBy(versions, ({ ruleId }) => ruleId).values()].flatMap((all) => versionAt(all, at) ?? []);
}

function earning({ customerId, key, parts, occasion, source, reference, waits }: Decided): Act {
  return {
    kind: 'earn',
    customerId,
    key,
    points: sumOf(parts),
    reason: parts
      .map(({ name }) => name)
      .join(', ')
      .slice(0, MAX_REASON),
    reference,
    source,
    actor: 'system',
    occurredAt: occasion.at,
    anyContent: true,
    breakdown: parts,
    ...(waits ? { availableAt: null } : {}),
  };
}
