import { Injectable } from '@nestjs/common';
import { affected, row, rows } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import type { IssueRow, IssueStatus } from './benefits.entities';

export const ISSUE_COLUMNS = `customer_id as "customerId", issue_key as "issueKey", benefit_key as "benefitKey",
  tier_key as "tierKey", issue_id as "issueId", ladder_id as "ladderId", version, kind, benefit, status,
  issued_at as "issuedAt", announced_at as "announcedAt", settled_at as "settledAt", settled_by as "settledBy", reference,
  note`;

/** What became of an issue: handed over, or void for good. */
export interface Settlement {
  customerId: string;
  issueId: string;
  status: Exclude<IssueStatus, 'issued'>;
  reference: string | null;
  note: string | null;
}

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
   * Notes that these are being told of, each once.
   *
   * @returns those that were not told of before
   */
  announce(em: EntityManager, issues: readonly IssueRow[], at: Date): Promise<IssueRow[]> {
    return rows<IssueRow>(
      em,
      `with locked as (
         select i.customer_id as owner, i.issue_id as issue from tiers_benefit_issues i
         join unnest($1::uuid[], $2::uuid[]) as w (customer_id, issue_id)
           on w.customer_id = i.customer_id and w.issue_id = i.issue_id
         order by i.customer_id, i.issue_id for update of i
       )
       update tiers_benefit_issues set announced_at = $3 from locked
       where customer_id = owner and issue_id = issue and announced_at is null
       returning ${ISSUE_COLUMNS}`,
      [issues.map(({ customerId }) => customerId), issues.map(({ issueId }) => issueId), at],
    );
  }

  /** Settles those that are still to be handed over. */
  async settle(em: EntityManager, settlements: readonly Settlement[], by: string, at: Date): Promise<number> {
    return affected(
      em,
      `update tiers_benefit_issues i
       set status = s.status, reference = s.reference, note = s.note, settled_at = $6, settled_by = $7
       from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[])
         as s (customer_id, issue_id, status, reference, note)
       where i.customer_id = s.customer_id and i.issue_id = s.issue_id and i.status = 'issued'`,
      [
        settlements.map(({ customerId }) => customerId),
        settlements.map(({ issueId }) => issueId),
        settlements.map(({ status }) => status),
        settlements.map(({ reference }) => reference),
        settlements.map(({ note }) => note),
        at,
        by,
      ],
    );
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
