import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@siyu/kernel';
import { CLOCK, CONFIG, Database, isAway, sqlState, type Config } from '@siyu/platform';
import { ProgrammesService } from '@siyu/points';
import { MembersStore } from '../evaluation/members.store';
import { RunsStore } from '../evaluation/runs.store';
import { Slices, type Slice } from '../evaluation/slices';
import { VersionsQueries } from '../ladders/versions.queries';
import type { LadderVersion } from '../ladders/domain/ladder';
import { resultOf, type MatrixCell } from './domain/results';
import type { SimulationRow } from './simulations.entities';
import { SimulationsStore } from './simulations.store';

const CUSTOMERS_PER_SLICE = 20_000;
const LANES = 2;
/** The last year of awards tells what a multiplier costs a year. */
const YEAR_MS = 365 * 86_400_000;
const KEPT_SIMULATIONS = 20;
const LOCK_NOT_AVAILABLE = '55P03';

class SimulationCancelled extends Error {}

/** Doing a simulation: slice by slice; one that died begins anew. */
@Injectable()
export class SimulationAttemptsService {
  constructor(
    private readonly database: Database,
    private readonly store: SimulationsStore,
    private readonly runs: RunsStore,
    private readonly members: MembersStore,
    private readonly versions: VersionsQueries,
    private readonly programmes: ProgrammesService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Does the simulation, unless it is over.
   *
   * @param signal aborted when the worker shuts down: throws, so that its job is taken up again
   * @throws the error of the database when it went away; any other failure ends the simulation as `failed`
   */
  async perform(simulationId: string, signal: AbortSignal): Promise<void> {
    const simulation = await this.begin(simulationId);
    if (!simulation) return;
    try {
      const { terms, baseLadderId, baseVersion } = simulation;
      const base = baseLadderId === null ? null : await this.versions.get(baseLadderId, baseVersion!);
      const matrix = await this.simulate(simulation, base, signal);
      const { pointValue = null } = await this.programmes.current();
      const result = resultOf(terms, base?.terms ?? null, matrix, pointValue);
      await this.store.finish(this.database.em, simulationId, { matrix, result }, this.clock.now());
      await this.dropOutlived();
    } catch (error) {
      if (error instanceof SimulationCancelled) return;
      if (signal.aborted || isAway(error) || !sqlState(error)) throw error;
      const message = `The database refused the work (SQLSTATE ${sqlState(error)}).`;
      await this.store.end(this.database.em, simulationId, 'failed', message, this.clock.now());
    }
  }

  private begin(simulationId: string): Promise<SimulationRow | null> {
    return this.database.transaction(async (em) => {
      const found = await this.store.lock(em, simulationId);
      if (found?.status !== 'queued' && found?.status !== 'running') return null;
      await this.store.begin(em, simulationId, this.clock.now());
      return found;
    });
  }

  private async simulate(
    simulation: SimulationRow,
    base: LadderVersion | null,
    signal: AbortSignal,
  ): Promise<MatrixCell[]> {
    const everybody = { doneTo: null, doneCustomers: 0 };
    const slices = new Slices(everybody, (behind) => this.runs.slice(this.database.em, behind, CUSTOMERS_PER_SLICE));
    const found: MatrixCell[] = [];
    const lane = async () => {
      for (let slice = await slices.next(); slice; slice = await slices.next()) {
        signal.throwIfAborted();
        found.push(...(await this.simulateSlice(simulation, base, slice)));
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    return summed(found);
  }

  private simulateSlice(simulation: SimulationRow, base: LadderVersion | null, slice: Slice): Promise<MatrixCell[]> {
    const { simulationId, terms: draft, asOf: now } = simulation;
    const since = new Date(now.getTime() - YEAR_MS);
    const { timeZone } = this.config;
    return this.database.transaction(async (em) => {
      await this.members.prepareForMany(em);
      const trial = { simulationId, draft, base: base?.terms ?? null, slice, now, since, timeZone };
      const cells = await this.store.simulate(em, trial);
      if (!(await this.store.advance(em, simulationId, slice.customers))) throw new SimulationCancelled();
      return cells;
    });
  }

  /** Lists that somebody reads wait for the next time. */
  private async dropOutlived(): Promise<void> {
    for (const id of await this.store.outlived(this.database.em, KEPT_SIMULATIONS)) {
      try {
        await this.database.transaction((em) => this.store.drop(em, id, this.clock.now()));
      } catch (error) {
        if (sqlState(error) !== LOCK_NOT_AVAILABLE) throw error;
      }
    }
  }
}

/** The cells of all slices as one matrix. */
function summed(cells: readonly MatrixCell[]): MatrixCell[] {
  const matrix = new Map<string, MatrixCell>();
  for (const { from, to, customers, points } of cells) {
    const name = JSON.stringify([from, to]);
    const before = matrix.get(name) ?? { from, to, customers: 0, points: 0 };
    matrix.set(name, { from, to, customers: before.customers + customers, points: before.points + points });
  }
  return [...matrix.values()];
}
