import { Injectable } from '@nestjs/common';
import { csvLine } from '@siyu/kernel';
import { Audit, Database, rows, type Operator } from '@siyu/platform';
import type { RfmCustomersFilter } from './rfm-customers.dto';
import { RfmCustomersQueries, shown, type CustomersStatement, type ScoredRow } from './rfm-customers.queries';

const ROWS_AT_ONCE = 2_000;
const HEADER = ['customer_id', 'identity', 'recency_days', 'frequency', 'monetary_cents', 'r', 'f', 'm', 'segment'];

@Injectable()
export class RfmExportsService {
  constructor(
    private readonly database: Database,
    private readonly customers: RfmCustomersQueries,
    private readonly audit: Audit,
  ) {}

  /**
   * The scored customers as lines of a CSV, read as fast as they are taken: memory stays the same for any number of them.
   * That somebody asked is on record before the first line leaves.
   *
   * @throws DomainError like {@link RfmCustomersQueries.page}
   */
  async csv(actor: Operator, filter: RfmCustomersFilter): Promise<AsyncIterable<string>> {
    const first = await this.customers.statement(filter, null, ROWS_AT_ONCE);
    const { runId } = first.run;
    await this.audit.record(this.database.em, {
      actor,
      action: 'rfm.export',
      subject: 'rfm-run',
      subjectId: runId,
      after: { filter },
    });
    return this.lines({ ...filter, runId }, first);
  }

  /**
   * Each piece is a question of its own that starts behind the last customer of the piece before; the scores of a run never
   * change. An open transaction instead would cost a connection for as long as a slow reader takes.
   */
  private async *lines(filter: RfmCustomersFilter, first: CustomersStatement): AsyncGenerator<string> {
    yield csvLine(HEADER);
    for (let next: CustomersStatement | null = first; next;) {
      const found: ScoredRow[] = await rows<ScoredRow>(this.database.em, next.text, next.params);
      if (found.length > 0) yield found.map(toLine).join('');
      const last: ScoredRow | undefined = found[ROWS_AT_ONCE - 1];
      next = last ? await this.customers.statement(filter, last.customerId, ROWS_AT_ONCE) : null;
    }
  }
}

function toLine(row: ScoredRow): string {
  const { customerId, identity, recencyDays, frequency, monetaryCents, r, f, m, segment } = shown(row);
  return csvLine([customerId, identity?.value ?? '', recencyDays, frequency, monetaryCents, r, f, m, segment]);
}
