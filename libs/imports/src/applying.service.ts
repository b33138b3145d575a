import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@siyu/kernel';
import { CLOCK, Database } from '@siyu/platform';
import { Batch } from './domain/batch';
import { RecordCollector } from './domain/record-collector';
import type { DecideContext, StagedRecord } from './domain/records';
import { RowReader } from './domain/rows';
import { ErrorsStore } from './errors.store';
import { ImportKinds } from './import-kinds';
import type { RunState } from './imports.store';
import { RunsStore } from './runs.store';
import type { RunControl } from './run-control';
import { StagingStore } from './staging.store';

const ROWS_PER_PAGE = 10_000;
/** Larger than any row number (32 bits). */
const BEHIND_ALL_ROWS = 2_147_483_647;

/** The second phase of a run: from staged rows to records that are written, a batch at a time. */
@Injectable()
export class ApplyingService {
  constructor(
    private readonly database: Database,
    private readonly runs: RunsStore,
    private readonly errors: ErrorsStore,
    private readonly staging: StagingStore,
    private readonly kinds: ImportKinds,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Applies every record behind the checkpoint. The kind writes a batch in its own transaction, then the batch's counts,
   * errors and checkpoint are written in one of ours; a run that is killed between the two applies that one batch again,
   * which changes nothing.
   *
   * @throws RunStopped between two batches
   */
  async apply(run: RunState, control: RunControl): Promise<void> {
    const kind = this.kinds.get(run.kind);
    const { mapping } = run;
    const reader = new RowReader(kind, mapping, run.columns);
    const { source, currency, options = {} } = mapping;
    const context: DecideContext<unknown> = {
      kind,
      mapping,
      reader,
      source,
      currency,
      options,
      mapped: new Set(Object.keys(mapping.columns)),
    };
    const batches = this.batches(run);
    // The next batch is fetched while this one is being written.
    for (let next = batches.next(); ;) {
      const { value: records, done } = await next;
      if (done) return;
      control.throwIfShuttingDown();
      next = batches.next();
      next.catch(() => undefined);
      await this.applyBatch(run, records, context, control);
    }
  }

  private async applyBatch(
    run: RunState,
    records: StagedRecord[],
    context: DecideContext<unknown>,
    control: RunControl,
  ) {
    const batch = new Batch(records, context);
    const outcomes =
      batch.inputs.length === 0
        ? []
        : await context.kind.apply(batch.inputs, { dryRun: run.isDryRun, source: context.source });
    const { counts, errors, overflowing } = batch.conclude(outcomes);
    const answer = await this.database.transaction(async (em) => {
      if (errors.length > 0) await this.errors.insert(em, run.importId, errors);
      for (const record of overflowing) await this.errors.insertRest(em, run.importId, record);
      return this.runs.noteBatch(em, run.importId, control.token, counts, this.clock.now());
    });
    control.heed(answer);
  }

  /** The records behind the checkpoint, in batches. */
  private async *batches(run: RunState): AsyncGenerator<StagedRecord[]> {
    const collector = new RecordCollector();
    let after = { recordKey: run.checkpoint, row: BEHIND_ALL_ROWS };
    for (;;) {
      const page = await this.staging.page(this.database.em, run.importId, after, ROWS_PER_PAGE);
      if (page.length === 0) break;
      const last = page.at(-1)!;
      after = { recordKey: last.recordKey, row: last.row };
      for (const row of page) {
        const batch = collector.add(row);
        if (batch) yield batch;
      }
    }
    const rest = collector.end();
    if (rest.length > 0) yield rest;
  }
}
