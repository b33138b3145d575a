import { Injectable } from '@nestjs/common';
import { decodeIdCursor, pageOf } from '@siyu/kernel';
import { Database } from '@siyu/platform';
import { rfmErrors } from './domain/errors';
import type { RfmRunRow } from './rfm.entities';
import { runView, type RfmRunPage, type RfmRunView } from './rfm-runs.dto';
import { RfmRunsStore } from './rfm-runs.store';

@Injectable()
export class RfmRunsQueries {
  constructor(
    private readonly database: Database,
    private readonly runs: RfmRunsStore,
  ) {}

  /** Newest first. */
  async list(limit: number, cursor?: string): Promise<RfmRunPage> {
    const found = await this.runs.list(this.database.em, limit + 1, cursor ? decodeIdCursor(cursor) : null);
    const { items, nextCursor } = pageOf(found, limit, (last) => [last.runId]);
    return { items: items.map(runView), nextCursor };
  }

  /** @throws DomainError `rfm.run-unknown` (not-found) */
  async get(runId: string): Promise<RfmRunView> {
    const run = await this.runs.find(this.database.em, runId);
    if (!run) throw rfmErrors.runUnknown();
    return runView(run);
  }

  /**
   * A finished run, the latest by default.
   *
   * @throws DomainError `rfm.run-unknown`, `rfm.no-run-yet` (not-found), `rfm.run-not-done` (conflict)
   */
  async done(runId?: string): Promise<RfmRunRow> {
    const em = this.database.em;
    const run = runId ? await this.runs.find(em, runId) : await this.runs.latestDone(em);
    if (!run) throw runId ? rfmErrors.runUnknown() : rfmErrors.noRunYet();
    if (run.status !== 'done') throw rfmErrors.notDone(run.status);
    return run;
  }
}
