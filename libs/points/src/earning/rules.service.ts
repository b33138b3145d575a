import { Inject, Injectable } from '@nestjs/common';
import { newId, type Clock } from '@siyu/kernel';
import { Audit, CLOCK, CONFIG, Database, type Config, type Operator } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import { earningErrors } from './domain/errors';
import { periodFaults, readRule, type SentRule } from './domain/read-rule';
import type { RuleContent, RuleStatus } from './domain/rules';
import type { RuleRow, RuleVersionRow } from './earning.entities';
import { RulesStore } from './rules.store';

/** When a version holds, and the most that the rule may give in all. */
export interface RuleFrame {
  /** Now when left out. A time that is past lets what happened since then earn, too. */
  validFrom?: Date;
  validTo?: Date | null;
  budgetPoints?: number | null;
}

export type RuleChange = Partial<SentRule> & RuleFrame;

/** A rule with its newest version. */
export interface RuleWithVersion {
  rule: RuleRow;
  version: RuleVersionRow;
}

/** From which statuses each act leads where. A closed rule stays closed. */
const ACTS: Record<'activate' | 'pause' | 'close', { from: RuleStatus[]; to: RuleStatus }> = {
  activate: { from: ['draft', 'paused'], to: 'active' },
  pause: { from: ['active'], to: 'paused' },
  close: { from: ['draft', 'active', 'paused'], to: 'closed' },
};
export type RuleAct = keyof typeof ACTS;

/** What staff do with earning rules; null as actor is the system itself. */
@Injectable()
export class RulesService {
  constructor(
    private readonly database: Database,
    private readonly store: RulesStore,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Makes a draft. @throws DomainError `points.rule-invalid` (invalid) */
  async create(actor: Operator | null, sent: SentRule, frame: RuleFrame): Promise<RuleWithVersion> {
    const now = this.clock.now();
    const content = readRule(sent, this.config.currency);
    const rule: RuleRow = {
      ruleId: newId(),
      trigger: content.trigger.kind,
      status: 'draft',
      closedBecause: null,
      budgetPoints: frame.budgetPoints ?? null,
      spentPoints: 0,
      createdAt: now,
      updatedAt: now,
    };
    const version = this.versionOf(rule.ruleId, 1, content, frame, actor);
    await this.database.transaction(async (em) => {
      await this.store.insert(em, rule);
      await this.store.insertVersion(em, version);
      await this.record(em, actor, 'points.create-rule', rule.ruleId, undefined, { ...version, ...frame });
    });
    return { rule, version };
  }

  /**
   * Makes a new version of the rule out of the newest one and what is given. Awards that were made stay as they are.
   *
   * @param expected the version that the caller looked at
   * @throws DomainError `points.rule-not-found`; `points.rule-invalid` (invalid); `points.rule-changed` (conflict);
   *   `points.rule-closed`, `points.rule-budget-spent` (refused)
   */
  async change(
    actor: Operator | null,
    ruleId: string,
    change: RuleChange,
    expected?: number,
  ): Promise<RuleWithVersion> {
    const { validFrom, validTo, budgetPoints, ...sent } = change;
    return this.database.transaction(async (em) => {
      const { rule, version: before } = await this.locked(em, ruleId);
      if (expected !== undefined && expected !== before.version) throw earningErrors.ruleChanged(before.version);
      if (rule.status === 'closed') throw earningErrors.ruleClosed();
      const content = readRule({ ...asSent(before.content), ...sent }, this.config.currency);
      if (content.trigger.kind !== rule.trigger)
        throw earningErrors.ruleInvalid([{ pointer: '/trigger/kind', message: 'stays what it is; make another rule' }]);
      if (budgetPoints != null && budgetPoints <= rule.spentPoints)
        throw earningErrors.budgetBelowSpent(rule.spentPoints);
      const frame = { validFrom, validTo: validTo === undefined ? before.validTo : validTo };
      const version = this.versionOf(ruleId, before.version + 1, content, frame, actor);
      const changed = { ...rule, budgetPoints: budgetPoints === undefined ? rule.budgetPoints : budgetPoints };
      await this.store.insertVersion(em, version);
      await this.store.update(em, ruleId, changed, this.clock.now());
      const facts = (one: RuleRow, other: RuleVersionRow) => ({ ...other, budgetPoints: one.budgetPoints });
      await this.record(em, actor, 'points.change-rule', ruleId, facts(rule, before), facts(changed, version));
      return { rule: changed, version };
    });
  }

  /** @throws DomainError `points.rule-not-found`; `points.rule-status` (refused) when the rule's status forbids it */
  async act(actor: Operator | null, ruleId: string, act: RuleAct): Promise<RuleWithVersion> {
    const { from, to } = ACTS[act];
    return this.database.transaction(async (em) => {
      const { rule, version } = await this.locked(em, ruleId);
      if (rule.status === to) return { rule, version };
      if (!from.includes(rule.status)) throw earningErrors.ruleStatus(rule.status);
      const changed: RuleRow = { ...rule, status: to, closedBecause: to === 'closed' ? 'staff' : null };
      await this.store.update(em, ruleId, changed, this.clock.now());
      await this.record(em, actor, `points.${act}-rule`, ruleId, { status: rule.status }, { status: to });
      return { rule: changed, version };
    });
  }

  private async locked(em: EntityManager, ruleId: string): Promise<RuleWithVersion> {
    const rule = await this.store.lock(em, ruleId);
    if (!rule) throw earningErrors.ruleNotFound();
    const [version] = await this.store.latestVersions(em, [ruleId]);
    return { rule, version: version! };
  }

  private versionOf(
    ruleId: string,
    version: number,
    content: RuleContent,
    { validFrom = this.clock.now(), validTo = null }: RuleFrame,
    actor: Operator | null,
  ): RuleVersionRow {
    const faults = periodFaults(validFrom, validTo);
    if (faults.length > 0) throw earningErrors.ruleInvalid(faults);
    return { ruleId, version, content, validFrom, validTo, authorId: actor?.id ?? null, createdAt: this.clock.now() };
  }

  private record(
    em: EntityManager,
    actor: Operator | null,
    action: string,
    ruleId: string,
    before: unknown,
    after: unknown,
  ): Promise<void> {
    return this.audit.record(em, { actor, action, subject: 'points-rule', subjectId: ruleId, before, after });
  }
}

/** A stored content as it would be sent, so that a change may replace some of it. */
export function asSent({ base, conditions, multipliers, ...content }: RuleContent): SentRule {
  return {
    ...content,
    base: base.kind === 'ladder' ? { kind: base.kind, ladder: base.points, after: base.after } : base,
    conditions: conditions.map(sentCondition),
    multipliers: multipliers.map((each) => ({ ...each, when: each.when.map(sentCondition) })),
  };
}

function sentCondition(condition: RuleContent['conditions'][number]) {
  return condition.kind === 'weekdays' ? { kind: condition.kind, weekdays: condition.in } : condition;
}
