import { Injectable } from '@nestjs/common';
import { shownAs, toldBy } from '@siyu/customers';
import { decodeIdCursor, pageOf } from '@siyu/kernel';
import { Database, rows } from '@siyu/platform';
import { rfmErrors } from './domain/errors';
import { pairsGoing } from './domain/movements';
import { segmentsOf } from './domain/schemes';
import type { RfmCustomer, RfmCustomerPage, RfmCustomersFilter, RfmCustomersQuery } from './rfm-customers.dto';
import type { RfmRunRow } from './rfm.entities';
import { RfmMovementsQueries } from './rfm-movements.queries';
import { RfmRunsQueries } from './rfm-runs.queries';

/** A statement over the scored customers that a filter picks, in the order of their ids. */
export interface CustomersStatement {
  run: RfmRunRow;
  text: string;
  params: unknown[];
}

export interface ScoredRow extends Omit<RfmCustomer, 'identity'> {
  identityType: string | null;
  identityValue: string | null;
}

@Injectable()
export class RfmCustomersQueries {
  constructor(
    private readonly database: Database,
    private readonly runs: RfmRunsQueries,
    private readonly movements: RfmMovementsQueries,
  ) {}

  /**
   * One page of scored customers.
   *
   * @throws DomainError `rfm.run-unknown`, `rfm.no-run-yet`, `rfm.no-run-before` (not-found), `rfm.run-not-done`
   *   (conflict), `rfm.scores-dropped` (refused), `rfm.segment-unknown`, `page.bad-cursor` (invalid)
   */
  async page({ limit, cursor, ...filter }: RfmCustomersQuery): Promise<RfmCustomerPage> {
    const after = cursor ? decodeIdCursor(cursor) : null;
    const { text, params } = await this.statement(filter, after, limit + 1);
    const found = await rows<ScoredRow>(this.database.em, text, params);
    const { items, nextCursor } = pageOf(found, limit, (last) => [last.customerId]);
    return { items: items.map(shown), nextCursor };
  }

  /** The statement behind a page: so many customers behind `after`. Throws like {@link page}. */
  async statement(filter: RfmCustomersFilter, after: string | null, limit: number): Promise<CustomersStatement> {
    const run = await this.runs.done(filter.runId);
    if (run.scoresDroppedAt) throw rfmErrors.scoresDropped();
    const segments = segmentsOf(run.settings.scheme);
    if (filter.segment !== undefined && !segments.some(({ code }) => code === filter.segment)) {
      throw rfmErrors.segmentUnknown(filter.segment);
    }
    const params: unknown[] = [run.runId];
    const conditions = (['segment', 'r', 'f', 'm'] as const).flatMap((column) =>
      filter[column] === undefined ? [] : [`s.${column} = $${params.push(filter[column])}`],
    );
    if (after) conditions.push(`s.customer_id > $${params.push(after)}`);
    const looksBack = filter.previousSegment !== undefined || filter.movement !== undefined;
    const before = looksBack || filter.previousRunId ? await this.before(run, filter.previousRunId) : null;
    const previous = before
      ? `left join segments_rfm_scores p on p.customer_id = s.customer_id and p.run_id = $${params.push(before.runId)}`
      : '';
    if (filter.previousSegment === 'none') conditions.push('p.segment is null');
    else if (filter.previousSegment !== undefined)
      conditions.push(`p.segment = $${params.push(filter.previousSegment)}`);
    if (filter.movement) {
      const pairs = pairsGoing(filter.movement, segments).map(({ from, to }) => `${from}>${to}`);
      conditions.push(`p.segment || '>' || s.segment = any($${params.push(pairs)}::text[])`);
    }
    const text = `
      select s.customer_id as "customerId", coalesce(c.display_name, '') as "displayName",
        told.type as "identityType", told.value as "identityValue", s.recency_days as "recencyDays", s.frequency,
        s.monetary_cents as "monetaryCents", s.r, s.f, s.m, s.segment,
        ${before ? 'p.segment' : 'null::text'} as "previousSegment"
      from segments_rfm_scores s
      left join customers_v c on c.customer_id = s.customer_id
      ${previous}
      ${toldBy('s.customer_id')}
      where ${['s.run_id = $1', ...conditions].join(' and ')}
      order by s.customer_id limit $${params.push(limit)}`;
    return { run, text, params };
  }

  private async before(run: RfmRunRow, previousRunId?: string): Promise<RfmRunRow> {
    const before = await this.movements.previousOf(run, previousRunId);
    if (before.scoresDroppedAt) throw rfmErrors.scoresDropped();
    return before;
  }
}

/** The row as it leaves the house: nobody's phone number in full. */
export function shown({ identityType, identityValue, ...scored }: ScoredRow): RfmCustomer {
  return { ...scored, identity: shownAs(identityType, identityValue) };
}
