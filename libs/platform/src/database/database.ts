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

/** Of the system, while there is no way to the server or it broke. */
const NO_WAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
/** What the driver says, without any code, when a connection ended under its hands. */
const BROKEN =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/**
 * Whether the error says that PostgreSQL was not there: no way to it, a connection that broke (class 08), a server that
 * shuts down or starts (57P), or has no room for another connection (53). What was under way may have been committed.
 */
export function isAway(error: unknown): boolean {
  const state = sqlState(error);
  if (state?.startsWith('08') || state?.startsWith('57P') || state?.startsWith('53')) return true;
  const { code, message, errors } = ((error as { driverError?: unknown })?.driverError ?? error ?? {}) as {
    code?: unknown;
    message?: unknown;
    errors?: unknown;
  };
  if (typeof code === 'string' && NO_WAY.has(code)) return true;
  if (Array.isArray(errors) && errors.length > 0) return errors.every(isAway);
  return typeof message === 'string' && BROKEN.test(message);
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
