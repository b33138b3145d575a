import { Injectable } from '@nestjs/common';
import { affected, row, rows } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import type { IssueRow, IssueStatus } from './benefits.entities';

export const ISSUE_COLUMNS = `customer_id as "customerId", issue_key as "issueKey", benefit_key as "benefitKey",
  tier_key as "tierKey", issue_id as "issueId", ladder_id as "ladderId", version, kind, benefit, status,
  issued_at as "issuedAt", announced_at as "announcedAt", settled_at as "settledAt", settled_by as "settledBy", reference,
  note`;

export type IssueRef = Pick<IssueRow, 'customerId' | 'issueId'>;

/** What became of an issue: handed over, or void for good. */
export interface Settlement {
  status: Exclude<IssueStatus, 'issued'>;
  reference: string | null;
  note: string | null;
}

/** An issue that is told of; null: people hand it over later. */
export type Announcement = IssueRef & { settlement: Settlement | null };

/** Issues after they came into being. */
@Injectable()
export class IssuesStore {
  /** Those of the customers that nobody was told of yet. */
  unannouncedOf(em: EntityManager, customerIds: readonly string[]): Promise<IssueRow[]> {
    return rows<IssueRow>(
      em,
      `select ${ISSUE_COLUMNS} from tiers_benefit_issues
       where customer_id = any($1::uuid[]) and announced_at is null order by issue_id`,
      [customerIds],
    );
  }

  /** Those of everybody, oldest first, behind an issue. */
  unannounced(em: EntityManager, behind: string | null, limit: number): Promise<IssueRow[]> {
    return rows<IssueRow>(
      em,
      `select ${ISSUE_COLUMNS} from tiers_benefit_issues
       where announced_at is null and issue_id > coalesce($1::uuid, '00000000-0000-0000-0000-000000000000')
       order by issue_id limit $2`,
      [behind, limit],
    );
  }

  /**
   * Notes that these are being told of, each once, and what became of gifts of points. The range says no more than the list of
   * ids does; but a table that a run has just filled is unknown to the planner, which would read all of it without.
   *
   * @returns those that were not told of before, as they are now
   */
  announce(em: EntityManager, issues: readonly Announcement[], by: string, at: Date): Promise<IssueRow[]> {
    const ids = issues.map(({ issueId }) => issueId).sort();
    return rows<IssueRow>(
      em,
      `update tiers_benefit_issues i
       set announced_at = $6::timestamptz, status = coalesce(s.settled, i.status),
         reference = coalesce(s.ref, i.reference), note = coalesce(s.remark, i.note),
         settled_at = case when s.settled is null then i.settled_at else $6 end,
         settled_by = case when s.settled is null then i.settled_by else $7 end
       from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[]) as s (customer, issue, settled, ref, remark)
       where i.customer_id = s.customer and i.issue_id = s.issue and i.announced_at is null
         and i.issue_id = any($2::uuid[]) and i.issue_id between $8 and $9
       returning ${ISSUE_COLUMNS}`,
      [
        issues.map(({ customerId }) => customerId),
        issues.map(({ issueId }) => issueId),
        issues.map(({ settlement }) => settlement?.status ?? null),
        issues.map(({ settlement }) => settlement?.reference ?? null),
        issues.map(({ settlement }) => settlement?.note ?? null),
        at,
        by,
        ids[0],
        ids.at(-1),
      ],
    );
  }

  /** Settles one that is still to be handed over. @returns whether it was */
  async settle(em: EntityManager, settlement: IssueRef & Settlement, by: string, at: Date): Promise<boolean> {
    const { customerId, issueId, status, reference, note } = settlement;
    const settled = await affected(
      em,
      `update tiers_benefit_issues set status = $3, reference = $4, note = $5, settled_at = $6, settled_by = $7
       where customer_id = $1 and issue_id = $2 and status = 'issued'`,
      [customerId, issueId, status, reference, note, at, by],
    );
    return settled === 1;
  }

  find(em: EntityManager, customerId: string, issueId: string): Promise<IssueRow | null> {
    return row<IssueRow>(
      em,
      `select ${ISSUE_COLUMNS} from tiers_benefit_issues where customer_id = $1 and issue_id = $2`,
      [customerId, issueId],
    );
  }

  /** A customer's own, newest first. */
  latest(em: EntityManager, customerId: string, limit: number): Promise<IssueRow[]> {
    return rows<IssueRow>(
      em,
      `select ${ISSUE_COLUMNS} from tiers_benefit_issues where customer_id = $1 order by issue_id desc limit $2`,
      [customerId, limit],
    );
  }
}
