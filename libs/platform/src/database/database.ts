import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

const RETRYABLE = new Set(['40001', '40P01']);
const ATTEMPTS = 3;

/** The one door to PostgreSQL. */
@Injectable()
export class Database {
  constructor(readonly source: DataSource) {}

  /** Manager for reads outside a transaction. */
  get em(): EntityManager {
    return this.source.manager;
  }

  /**
   * Runs `work` in one transaction (read committed) and re-runs the whole callback when PostgreSQL gave it up for a
   * serialization failure or a deadlock, three times at most. The callback must therefore do nothing but database work.
   */
  async transaction<Result>(work: (em: EntityManager) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.source.transaction(work);
      } catch (error) {
        if (attempt === ATTEMPTS || !RETRYABLE.has(sqlState(error) ?? '')) throw error;
      }
    }
  }
}

/** SQLSTATE of an error that came from PostgreSQL, also when TypeORM wrapped it. */
export function sqlState(error: unknown): string | undefined {
  const source = (error as { driverError?: unknown })?.driverError ?? error;
  const code = (source as { code?: unknown })?.code;
  return typeof code === 'string' && code.length === 5 ? code : undefined;
}

/**
 * Whether the error is the violation of the named constraint. Citus puts a shard number behind the name
 * (`orders_keys_pk_102073`), hence the prefix.
 */
export function violates(error: unknown, constraint: string): boolean {
  const source = (error as { driverError?: unknown })?.driverError ?? error;
  const name = (source as { constraint?: unknown })?.constraint;
  return typeof name === 'string' && (name === constraint || new RegExp(`^${constraint}_\\d+$`).test(name));
}
