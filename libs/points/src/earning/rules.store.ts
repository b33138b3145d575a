import { Injectable } from '@nestjs/common';
import { affected, Database, row, rows } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import type { RuleStatus, RuleVersion, TriggerKind } from './domain/rules';
import type { RuleRow, RuleVersionRow } from './earning.entities';

const RULE = `rule_id as "ruleId", trigger, status, closed_because as "closedBecause", budget_points as "budgetPoints",
  spent_points as "spentPoints", created_at as "createdAt", updated_at as "updatedAt"`;
const VERSION = `v.rule_id as "ruleId", v.version, v.content, v.valid_from as "validFrom", v.valid_to as "validTo",
  v.author_id as "authorId", v.created_at as "createdAt"`;

/** Every write and locked read of earning rules. */
@Injectable()
export class RulesStore {
  constructor(private readonly database: Database) {}

  async insert(em: EntityManager, rule: RuleRow): Promise<void> {
    const { ruleId, trigger, status, budgetPoints, createdAt } = rule;
    await affected(
      em,
      `insert into points_rules (rule_id, trigger, status, budget_points, spent_points, created_at, updated_at)
       values ($1, $2, $3, $4, 0, $5, $5)`,
      [ruleId, trigger, status, budgetPoints, createdAt],
    );
  }

  async insertVersion(em: EntityManager, version: RuleVersionRow): Promise<void> {
    await affected(
      em,
      `insert into points_rule_versions (rule_id, version, content, valid_from, valid_to, author_id, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        version.ruleId,
        version.version,
        JSON.stringify(version.content),
        version.validFrom,
        version.validTo,
        version.authorId,
        version.createdAt,
      ],
    );
  }

  /** Locks the rule; null when there is none. */
  lock(em: EntityManager, ruleId: string): Promise<RuleRow | null> {
    return row<RuleRow>(em, `select ${RULE} from points_rules where rule_id = $1 for no key update`, [ruleId]);
  }

  async update(
    em: EntityManager,
    ruleId: string,
    change: Pick<RuleRow, 'status' | 'closedBecause' | 'budgetPoints'>,
    at: Date,
  ): Promise<void> {
    await affected(
      em,
      `update points_rules set status = $2, closed_because = $3, budget_points = $4, updated_at = $5 where rule_id = $1`,
      [ruleId, change.status, change.closedBecause, change.budgetPoints, at],
    );
  }

  find(em: EntityManager, ruleId: string): Promise<RuleRow | null> {
    return row<RuleRow>(em, `select ${RULE} from points_rules where rule_id = $1`, [ruleId]);
  }

  /** Newest first. */
  list(
    em: EntityManager,
    filter: { trigger?: TriggerKind; status?: RuleStatus },
    limit: number,
    before: string | null,
  ): Promise<RuleRow[]> {
    return rows<RuleRow>(
      em,
      `select ${RULE} from points_rules
       where ($2::text is null or trigger = $2) and ($3::text is null or status = $3)
         and ($4::uuid is null or rule_id < $4)
       order by rule_id desc limit $1`,
      [limit, filter.trigger ?? null, filter.status ?? null, before],
    );
  }

  /** The newest version of each rule. */
  latestVersions(em: EntityManager, ruleIds: string[]): Promise<RuleVersionRow[]> {
    return rows<RuleVersionRow>(
      em,
      `select distinct on (v.rule_id) ${VERSION} from points_rule_versions v
       where v.rule_id = any($1::uuid[]) order by v.rule_id, v.version desc`,
      [ruleIds],
    );
  }

  /** All versions of a rule, newest first. */
  versions(em: EntityManager, ruleId: string): Promise<RuleVersionRow[]> {
    return rows<RuleVersionRow>(
      em,
      `select ${VERSION} from points_rule_versions v where v.rule_id = $1 order by v.version desc`,
      [ruleId],
    );
  }

  /** Every version of the active rules of these triggers, in the order in which the rules were made. */
  activeVersions(triggers: readonly TriggerKind[]): Promise<RuleVersion[]> {
    return rows<RuleVersion>(
      this.database.em,
      `select v.rule_id as "ruleId", v.version, v.content, v.valid_from as "validFrom", v.valid_to as "validTo"
       from points_rules r join points_rule_versions v on v.rule_id = r.rule_id
       where r.status = 'active' and r.trigger = any($1::text[]) order by r.rule_id, v.version`,
      [triggers],
    );
  }

  /** What the budgets of the rules still have; rules without a budget are left out. */
  async budgetsLeft(em: EntityManager, ruleIds: string[], lock: boolean): Promise<Map<string, number>> {
    if (ruleIds.length === 0) return new Map();
    const found = await rows<{ ruleId: string; left: number }>(
      em,
      `select rule_id as "ruleId", case when status = 'closed' then 0 else budget_points - spent_points end as left
       from points_rules where rule_id = any($1::uuid[]) and budget_points is not null
       order by rule_id ${lock ? 'for no key update' : ''}`,
      [ruleIds],
    );
    return new Map(found.map(({ ruleId, left }) => [ruleId, left]));
  }

  /**
   * Adds to what the rules have given; a rule that reaches its budget closes. The condition guards what the lock of
   * `budgetsLeft` already keeps.
   *
   * @returns the rules that closed
   */
  async spend(em: EntityManager, spent: ReadonlyMap<string, number>, at: Date): Promise<string[]> {
    const ruleIds = [...spent.keys()].sort();
    const changed = await rows<{ ruleId: string; isSpent: boolean }>(
      em,
      `update points_rules r set spent_points = r.spent_points + w.points, updated_at = $3,
         status = case when r.spent_points + w.points = r.budget_points then 'closed' else r.status end,
         closed_because = case when r.spent_points + w.points = r.budget_points then 'budget' else r.closed_because end
       from unnest($1::uuid[], $2::bigint[]) as w (rule_id, points)
       where r.rule_id = w.rule_id and (r.budget_points is null or r.spent_points + w.points <= r.budget_points)
       returning r.rule_id as "ruleId", r.closed_because = 'budget' as "isSpent"`,
      [ruleIds, ruleIds.map((ruleId) => spent.get(ruleId)!), at],
    );
    if (changed.length < ruleIds.length) throw new Error('A rule would have given more than its budget.');
    return changed.filter(({ isSpent }) => isSpent).map(({ ruleId }) => ruleId);
  }
}
