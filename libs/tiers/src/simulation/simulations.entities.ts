import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LadderTerms } from '../ladders/domain/ladder';
import type { MatrixCell, SimulationResult } from './domain/results';

export const SIMULATION_STATUSES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type SimulationStatus = (typeof SIMULATION_STATUSES)[number];

@Entity('tiers_simulations')
export class SimulationRow {
  @PrimaryColumn('uuid', { name: 'simulation_id' })
  simulationId: string;

  @Column('uuid', { name: 'ladder_id' })
  ladderId: string;

  @Column('text')
  status: SimulationStatus;

  @Column('text', { nullable: true })
  message: string | null;

  @Column('jsonb')
  terms: LadderTerms;

  @Column('text', { name: 'terms_hash' })
  termsHash: string;

  @Column('uuid', { name: 'base_ladder_id', nullable: true })
  baseLadderId: string | null;

  @Column('integer', { name: 'base_version', nullable: true })
  baseVersion: number | null;

  @Column('timestamptz', { name: 'as_of' })
  asOf: Date;

  @Column('uuid', { name: 'requested_by', nullable: true })
  requestedBy: string | null;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt: Date;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt: Date | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;

  @Column('bigint', { name: 'done_customers' })
  doneCustomers: number;

  @Column('bigint', { name: 'total_customers', nullable: true })
  totalCustomers: number | null;

  @Column('jsonb', { nullable: true })
  matrix: MatrixCell[] | null;

  @Column('jsonb', { nullable: true })
  result: SimulationResult | null;

  @Column('timestamptz', { name: 'customers_dropped_at', nullable: true })
  customersDroppedAt: Date | null;
}

@Entity('tiers_simulated')
export class SimulatedRow {
  @PrimaryColumn('uuid', { name: 'customer_id' })
  customerId: string;

  @PrimaryColumn('uuid', { name: 'simulation_id' })
  simulationId: string;

  @Column('text', { name: 'from_key' })
  fromKey: string;

  @Column('text', { name: 'to_key' })
  toKey: string;

  @Column('text')
  direction: 'up' | 'down';

  @Column('jsonb')
  figures: Record<string, number>;
}
