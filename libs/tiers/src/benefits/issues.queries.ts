import { Injectable } from '@nestjs/common';
import { PersonsQueries } from '@siyu/customers';
import { csvLine, decodeIdCursor, pageOf } from '@siyu/kernel';
import { Audit, Database, rows, type Operator } from '@siyu/platform';
import type { IssueRow } from './benefits.entities';
import { issueView } from './benefits.views';
import type { BenefitIssuePage, BenefitIssuesFilter, BenefitIssuesQuery } from './issues.dto';
import { ISSUE_COLUMNS } from './issues.store';

const ROWS_AT_ONCE = 1_000;
const HEADER = [
  'issue_id',
  'customer_id',
  'issued_at',
  'issue_key',
  'tier',
  'benefit',
  'kind',
  'name',
  'points',
  'status',
  'settled_at',
  'reference',
  'note',
];

/** Gifts of all customers: what is to be handed over, and what was. */
@Injectable()
export class IssuesQueries {
  constructor(
    private readonly database: Database,
    private readonly persons: PersonsQueries,
    private readonly audit: Audit,
  ) {}

  /** Newest first. @throws DomainError `page.bad-cursor` (invalid) */
  async page(query: BenefitIssuesQuery): Promise<BenefitIssuePage> {
    const found = await this.rows(query, query.cursor ? decodeIdCursor(query.cursor) : null, query.limit + 1);
    const { items, nextCursor } = pageOf(found, query.limit, ({ issueId }) => [issueId]);
    const persons = await this.persons.of([...new Set(items.map(({ customerId }) => customerId))]);
    const names = new Map(persons.map(({ customerId, displayName }) => [customerId, displayName]));
    const named = (issue: IssueRow) => ({ ...issueView(issue), customerName: names.get(issue.customerId) ?? '' });
    return { items: items.map(named), nextCursor };
  }

  /** Newest first, read as fast as it is taken. That somebody asked is on record before the first line leaves. */
  async csv(actor: Operator, filter: BenefitIssuesFilter): Promise<AsyncIterable<string>> {
    await this.audit.record(this.database.em, {
      actor,
      action: 'tiers.export-benefits',
      subject: 'tier-benefits',
      subjectId: 'all',
      after: { filter: { ...filter } },
    });
    return this.lines(filter);
  }

  private async *lines(filter: BenefitIssuesFilter): AsyncGenerator<string> {
    yield csvLine(HEADER);
    let before: string | null = null;
    for (;;) {
      const found: IssueRow[] = await this.rows(filter, before, ROWS_AT_ONCE);
      if (found.length > 0) yield found.map(toLine).join('');
      if (found.length < ROWS_AT_ONCE) return;
      before = found.at(-1)!.issueId;
    }
  }

  private rows(filter: BenefitIssuesFilter, before: string | null, limit: number): Promise<IssueRow[]> {
    const params: unknown[] = [limit];
    const conditions = [
      ['status =', filter.status],
      ['benefit_key =', filter.benefit],
      ['kind =', filter.kind],
      ['tier_key =', filter.tier],
      ['issue_id <', before],
    ].flatMap(([condition, value]) => (value ? [`${condition} $${params.push(value)}`] : []));
    return rows<IssueRow>(
      this.database.em,
      `select ${ISSUE_COLUMNS} from tiers_benefit_issues where ${conditions.join(' and ') || 'true'}
       order by issue_id desc limit $1`,
      params,
    );
  }
}

function toLine({ benefit, issuedAt, settledAt, ...issue }: IssueRow): string {
  return csvLine([
    issue.issueId,
    issue.customerId,
    issuedAt.toISOString(),
    issue.issueKey,
    issue.tierKey,
    issue.benefitKey,
    issue.kind,
    benefit.name,
    benefit.points ?? '',
    issue.status,
    settledAt?.toISOString() ?? '',
    issue.reference ?? '',
    issue.note ?? '',
  ]);
}
