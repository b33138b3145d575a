import { Injectable } from '@nestjs/common';
import { affected, row, rows } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import type { MatrixCell, SimulationResult } from './domain/results';
import { simulatedStatement, type Trial } from './simulated.sql';
import type { SimulationRow, SimulationStatus } from './simulations.entities';

const COLUMNS = `simulation_id as "simulationId", ladder_id as "ladderId", status, message, terms, terms_hash as "termsHash",
  base_ladder_id as "baseLadderId", base_version as "baseVersion", as_of as "asOf", requested_by as "requestedBy",
  requested_at as "requestedAt", started_at as "startedAt", finished_at as "finishedAt", done_customers as "doneCustomers",
  total_customers as "totalCustomers", matrix, result, customers_dropped_at as "customersDroppedAt"`;

export type NewSimulation = Pick<
  SimulationRow,
  'simulationId' | 'ladderId' | 'terms' | 'termsHash' | 'baseLadderId' | 'baseVersion' | 'asOf' | 'requestedBy'
>;

@Injectable()
export class SimulationsStore {
  find(em: EntityManager, simulationId: string): Promise<SimulationRow | null> {
    return row<SimulationRow>(em, `select ${COLUMNS} from tiers_simulations where simulation_id = $1`, [simulationId]);
  }

  lock(em: EntityManager, simulationId: string): Promise<SimulationRow | null> {
    return row<SimulationRow>(em, `select ${COLUMNS} from tiers_simulations where simulation_id = $1 for update`, [
      simulationId,
    ]);
  }

  /** Newest first, behind `before`. */
  list(em: EntityManager, ladderId: string | null, limit: number, before: string | null): Promise<SimulationRow[]> {
    return rows<SimulationRow>(
      em,
      `select ${COLUMNS} from tiers_simulations
       where ($1::uuid is null or ladder_id = $1) and ($3::uuid is null or simulation_id < $3)
       order by simulation_id desc limit $2`,
      [ladderId, limit, before],
    );
  }

  async insert(em: EntityManager, simulation: NewSimulation): Promise<void> {
    const { simulationId, ladderId, terms, termsHash, baseLadderId, baseVersion, asOf, requestedBy } = simulation;
    await affected(
      em,
      `insert into tiers_simulations (simulation_id, ladder_id, status, terms, terms_hash, base_ladder_id, base_version, as_of,
         requested_by, requested_at, done_customers)
       values ($1, $2, 'queued', $3, $4, $5, $6, $7, $8, $7, 0)`,
      [simulationId, ladderId, JSON.stringify(terms), termsHash, baseLadderId, baseVersion, asOf, requestedBy],
    );
  }

  /** Begins with an empty part: what an attempt that died has left is gone. */
  async begin(em: EntityManager, simulationId: string, at: Date): Promise<void> {
    const part = partOf(simulationId);
    await affected(em, `drop table if exists ${part}`);
    await affected(em, `create table ${part} partition of tiers_simulated for values in ('${simulationId}')`);
    await affected(
      em,
      `update tiers_simulations set status = 'running', started_at = $2, done_customers = 0,
         total_customers = (select count(*) from customers_v)
       where simulation_id = $1`,
      [simulationId, at],
    );
  }

  /** One slice of customers; see {@link simulatedStatement}. */
  simulate(em: EntityManager, trial: Trial): Promise<MatrixCell[]> {
    const { text, values } = simulatedStatement(trial);
    return rows<MatrixCell>(em, text, values);
  }

  /** @returns false when the simulation was called off: roll back */
  async advance(em: EntityManager, simulationId: string, customers: number): Promise<boolean> {
    const told = await affected(
      em,
      `update tiers_simulations set done_customers = done_customers + $2 where simulation_id = $1 and status = 'running'`,
      [simulationId, customers],
    );
    return told === 1;
  }

  async finish(
    em: EntityManager,
    simulationId: string,
    found: { matrix: MatrixCell[]; result: SimulationResult },
    at: Date,
  ): Promise<void> {
    await affected(
      em,
      `update tiers_simulations set status = 'done', finished_at = $2, matrix = $3, result = $4
       where simulation_id = $1 and status = 'running'`,
      [simulationId, at, JSON.stringify(found.matrix), JSON.stringify(found.result)],
    );
  }

  async end(
    em: EntityManager,
    simulationId: string,
    status: Exclude<SimulationStatus, 'done'>,
    message: string | null,
    at: Date,
  ): Promise<void> {
    await affected(
      em,
      `update tiers_simulations set status = $2, message = $3, finished_at = $4, customers_dropped_at = $4
       where simulation_id = $1 and status in ('queued', 'running')`,
      [simulationId, status, message, at],
    );
    await affected(em, `drop table if exists ${partOf(simulationId)}`);
  }

  /** Simulations whose customers are still kept, behind the newest `keep`. */
  async outlived(em: EntityManager, keep: number): Promise<string[]> {
    const found = await rows<{ id: string }>(
      em,
      `select simulation_id as id from tiers_simulations where status = 'done' and customers_dropped_at is null
       order by simulation_id desc offset $1`,
      [keep],
    );
    return found.map(({ id }) => id);
  }

  /** Drops the customers of a simulation; violates the lock timeout (55P03) while somebody reads them. */
  async drop(em: EntityManager, simulationId: string, at: Date): Promise<void> {
    await affected(em, `select set_config('lock_timeout', '3s', true)`);
    await affected(em, `drop table if exists ${partOf(simulationId)}`);
    await affected(em, `update tiers_simulations set customers_dropped_at = $2 where simulation_id = $1`, [
      simulationId,
      at,
    ]);
  }
}

/** Name of the part with the customers of a simulation. */
function partOf(simulationId: string): string {
  return `tiers_simulated_${simulationId.replaceAll('-', '')}`;
}
