import { Injectable } from '@nestjs/common';
import { decodeIdCursor, pageOf, type Page } from '@siyu/kernel';
import { Database } from '@siyu/platform';
import { earningErrors } from './domain/errors';
import type { RuleStatus, TriggerKind } from './domain/rules';
import type { RuleVersionRow } from './earning.entities';
import type { RuleWithVersion } from './rules.service';
import { RulesStore } from './rules.store';

/** Earning rules for screens. */
@Injectable()
export class RulesQueries {
  constructor(
    private readonly database: Database,
    private readonly store: RulesStore,
  ) {}

  /** Newest first. */
  async page(
    filter: { trigger?: TriggerKind; status?: RuleStatus },
    limit: number,
    cursor?: string,
  ): Promise<Page<RuleWithVersion>> {
    const em = this.database.em;
    const found = await this.store.list(em, filter, limit + 1, cursor ? decodeIdCursor(cursor) : null);
    const { items, nextCursor } = pageOf(found, limit, (last) => [last.ruleId]);
    const ids = items.map(({ ruleId }) => ruleId);
    const latest = new Map((await this.store.latestVersions(em, ids)).map((version) => [version.ruleId, version]));
    return { items: items.map((rule) => ({ rule, version: latest.get(rule.ruleId)! })), nextCursor };
  }

  /** @throws DomainError `points.rule-not-found` */
  async get(ruleId: string): Promise<RuleWithVersion> {
    const rule = await this.store.find(this.database.em, ruleId);
    if (!rule) throw earningErrors.ruleNotFound();
    const [version] = await this.store.latestVersions(this.database.em, [ruleId]);
    return { rule, version: version! };
  }

  /** Newest first. @throws DomainError `points.rule-not-found` */
  async versions(ruleId: string): Promise<RuleVersionRow[]> {
    const found = await this.store.versions(this.database.em, ruleId);
    if (found.length === 0) throw earningErrors.ruleNotFound();
    return found;
  }
}
