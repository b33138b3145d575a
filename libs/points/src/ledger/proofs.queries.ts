import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rows } from '@siyu/platform';
import { INVARIANTS, type Invariant } from './invariants.sql';

/** One customer whose books don't close. */
export interface Drift {
  check: Invariant;
  customerId: string;
  /** The entry or lot at which it shows, if it is one. */
  seq: number | null;
  expected: string | null;
  found: string | null;
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
    const found = await rows<Omit<Drift, 'check'>>(
      em,
      `select "customerId", seq, expected::text, found::text from (${INVARIANTS[check]}) drift
       order by "customerId", seq limit ${MOST_NAMED}`,
      [customerIds],
    );
    return found.map((one) => ({ check, ...one }));
  }

  async counts(em: EntityManager): Promise<{ accounts: number; entries: number }> {
    const [found] = await rows<{ accounts: number; entries: number }>(
      em,
      'select count(*) as accounts, coalesce(sum(seq), 0)::bigint as entries from points_accounts',
    );
    return found!;
  }
}
