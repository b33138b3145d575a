import { Inject, Injectable } from '@nestjs/common';
import { dayOf, type Clock } from '@siyu/kernel';
import { CLOCK, CONFIG, Database, isAway, sqlState, type Config } from '@siyu/platform';
import type { LadderVersion } from '../ladders/domain/ladder';
import { VersionsQueries } from '../ladders/versions.queries';
import { LocksStore } from '../locks/locks.store';
import type { RunRow } from './evaluation.entities';
import { MembersStore } from './members.store';
import { RunsService } from './runs.service';
import { RunsStore } from './runs.store';
import { SettlingService } from './settling.service';
import { Slices, type Slice } from './slices';

/** Slices that are evaluated at the same time. */
const LANES = 2;

class RunCancelled extends Error {}

/** Doing a run: slice by slice in the order of ids, each its own transaction; killed, it goes on where it was. */
@Injectable()
export class RunAttemptsService {
  /** Customers whose evaluation is one transaction: few enough to be soon done, many enough to be read in one go. */
  customersPerSlice = 20_000;

  constructor(
    private readonly database: Database,
    private readonly runs: RunsStore,
    private readonly requests: RunsService,
    private readonly versions: VersionsQueries,
    private readonly members: MembersStore,
    private readonly settling: SettlingService,
    private readonly locks: LocksStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Does what is left of the run, unless it is over.
   *
   * @param signal aborted when the worker shuts down: throws, so that its job is taken up again
   * @throws the error of the database when it went away; any other failure ends the run as `failed`
   */
  async perform(runId: string, signal: AbortSignal): Promise<void> {
    const run = await this.begin(runId);
    if (!run) return;
    try {
      const version = (await this.versions.get(run.ladderId, run.version))!;
      await this.evaluate(run, version, signal);
      await this.database.transaction(async (em) => {
        await this.members.prepareForMany(em);
        const day = dayOf(run.asOf, this.config.timeZone);
        await this.locks.endPassed(em, day);
        await this.runs.recordDay(em, { day, until: run.asOf }, version);
        await this.runs.end(em, runId, 'done', null, this.clock.now());
      });
    } catch (error) {
      if (error instanceof RunCancelled) return;
      if (signal.aborted || isAway(error) || !sqlState(error)) throw error;
      const message = `The database refused the work (SQLSTATE ${sqlState(error)}).`;
      await this.runs.end(this.database.em, runId, 'failed', message, this.clock.now());
      return;
    }
    await this.goOn(run);
  }

  private begin(runId: string): Promise<RunRow | null> {
    return this.database.transaction(async (em) => {
      const run = await this.runs.lock(em, runId);
      if (run?.status !== 'queued' && run?.status !== 'running') return null;
      await this.runs.begin(em, runId, this.clock.now());
      return run;
    });
  }

  private async evaluate(run: RunRow, version: LadderVersion, signal: AbortSignal): Promise<void> {
    const slices = new Slices(run, (behind) => this.runs.slice(this.database.em, behind, this.customersPerSlice));
    const lane = async () => {
      for (let slice = await slices.next(); slice; slice = await slices.next()) {
        signal.throwIfAborted();
        await this.evaluateSlice(run, version, slice, slices);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  }

  private async evaluateSlice(run: RunRow, version: LadderVersion, slice: Slice, slices: Slices): Promise<void> {
    const { runId, asOf: now, isPlacement } = run;
    await this.database.transaction(async (em) => {
      await this.members.prepareForMany(em);
      const made = await this.settling.settle(em, { version, whom: slice, now, isPlacement });
      if (!(await this.runs.advance(em, runId, { doneTo: null, doneCustomers: 0, moves: countsOf(made) })))
        throw new RunCancelled();
    });
    const reached = slices.done(slice);
    if (reached) await this.runs.advance(this.database.em, runId, { ...reached, moves: {} });
  }

  /** What comes after a moment of the past, and a version that came into force meanwhile, are not left to the night. */
  private async goOn(run: RunRow): Promise<void> {
    const inForce = await this.versions.inForce();
    if (run.cause === 'replay') return this.requests.requestUnlessActive('version');
    if (inForce && (inForce.ladderId !== run.ladderId || inForce.version !== run.version))
      await this.requests.requestUnlessActive('version');
  }
}

function countsOf(moves: readonly { kind: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of moves) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
