import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rows } from '@siyu/platform';
import { INVARIANTS, type Invariant } from './invariants.sql';

/** One customer whose books don't close. */
export interface Drift {
  check: string;
  customerId: string | null;
  /** The entry or lot at which it shows, if it is one. */
  seq: number | null;
  expected: string | null;
  found: string | null;
}

/** What one check comes to. */
export interface Inspection {
  /** How many findings there are. */
  findings: number;
  named: Drift[];
}

/** Findings of one check that are named; beyond these only their number matters. */
const MOST_NAMED = 100;

/** The invariants of the ledger, each as one query over everybody or over some customers. */
@Injectable()
export class ProofsQueries {
  /**
   * @param customerIds null for everybody
   * @returns the customers for whom the check fails, at most a hundred of them
   */
  async findings(em: EntityManager, check: Invariant, customerIds: string[] | null): Promise<Drift[]> {
    return (await this.inspect(em, check, INVARIANTS[check], customerIds)).named;
  }

  /** @param sql gives a row per finding, in the form that `invariants.sql.ts` has */
  async inspect(em: EntityManager, check: string, sql: string, customerIds: string[] | null): Promise<Inspection> {
    const found = await rows<Omit<Drift, 'check'> & { findings: number }>(
      em,
      `select "customerId", seq, expected::text, found::text, count(*) over () as findings from (${sql}) drift
       order by "customerId", seq limit ${MOST_NAMED}`,
      [customerIds],
    );
    return {
      findings: found[0]?.findings ?? 0,
      named: found.map(({ findings: _, ...one }) => ({ check, ...one })),
    };
  }

  async counts(em: EntityManager, customerId: string | null): Promise<{ accounts: number; entries: number }> {
    const [found] = await rows<{ accounts: number; entries: number }>(
      em,
      `select count(*) as accounts, coalesce(sum(seq), 0)::bigint as entries from points_accounts
       where $1::uuid is null or customer_id = $1`,
      [customerId],
    );
    return found!;
  }
}
