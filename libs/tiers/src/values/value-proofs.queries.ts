import { Injectable } from '@nestjs/common';
import { Database, row, rows } from '@siyu/platform';
import type { ValueLedger } from './domain/rules';
import { settlingRules } from './value-booking.service';
import { overcountedSql } from './standings.sql';
import { ValueRulesService } from './value-rules.service';

export const PROOFS = ['balance', 'sequence', 'running-balance', 'overcounted'] as const;
export type ProofName = (typeof PROOFS)[number];

/** One thing that is wrong. */
export interface ValueDrift {
  check: ProofName;
  customerId: string;
  /** The entry or subject that shows it, if it is one. */
  where: string | null;
  expected: string;
  found: string;
}

export interface Proof {
  customers: number;
  entries: number;
  drift: ValueDrift[];
  /** The last customer that was looked at, where more are left. */
  upTo: string | null;
}

const MOST_DRIFT = 100;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** What must be true of a ledger, `$1`, at every commit, for customers above $2 and up to $3. */
const CHECKS: Record<Exclude<ProofName, 'overcounted'>, string> = {
  balance: `
    select a.customer_id as "customerId", null as "where", coalesce(e.sum, 0)::text as expected, a.balance::text as found
    from tiers_value_accounts a left join (
      select customer_id, sum(amount) as sum from tiers_value_entries
      where ledger = $1 and customer_id > $2::uuid and customer_id <= $3::uuid group by customer_id
    ) e on e.customer_id = a.customer_id
    where a.ledger = $1 and a.customer_id > $2::uuid and a.customer_id <= $3::uuid and a.balance <> coalesce(e.sum, 0)`,
  sequence: `
    select customer_id as "customerId", null as "where", coalesce(a.entries, 0) || ' without gaps' as expected,
      coalesce(e.count, 0) || ' up to ' || coalesce(e.last, 0) as found
    from (select customer_id, entries from tiers_value_accounts
      where ledger = $1 and customer_id > $2::uuid and customer_id <= $3::uuid) a
    full join (
      select customer_id, count(*) as count, max(seq) as last from tiers_value_entries
      where ledger = $1 and customer_id > $2::uuid and customer_id <= $3::uuid group by customer_id
    ) e using (customer_id)
    where coalesce(a.entries, 0) <> coalesce(e.count, 0) or coalesce(e.count, 0) <> coalesce(e.last, 0)`,
  'running-balance': `
    select customer_id as "customerId", entry_key as "where", running::text as expected, balance_after::text as found
    from (
      select customer_id, entry_key, balance_after, sum(amount) over (partition by customer_id order by seq) as running
      from tiers_value_entries where ledger = $1 and customer_id > $2::uuid and customer_id <= $3::uuid
    ) e where balance_after <> running`,
};

/** Proofs that value ledgers add up. */
@Injectable()
export class ValueProofsQueries {
  constructor(
    private readonly database: Database,
    private readonly rules: ValueRulesService,
  ) {}

  /**
   * Proves the books of some customers, in the order of their ids.
   *
   * @param above the last customer of the part before
   */
  async prove(ledger: ValueLedger, above: string | null, limit: number): Promise<Proof> {
    const from = above ?? NOBODY;
    const { em } = this.database;
    const part = await row<{ upTo: string | null; customers: number; entries: number }>(
      em,
      `select (array_agg(customer_id order by customer_id desc))[1] as "upTo", count(*) as customers,
         coalesce(sum(entries), 0)::bigint as entries
       from (select customer_id, entries from tiers_value_accounts where ledger = $1 and customer_id > $2::uuid
         order by customer_id limit $3) as part`,
      [ledger, from, limit],
    );
    const { upTo, customers, entries } = part!;
    if (upTo === null) return { customers: 0, entries: 0, drift: [], upTo: null };
    const drift: ValueDrift[] = [];
    for (const [check, text] of Object.entries(CHECKS) as [ProofName, string][])
      drift.push(...(await this.findings(check, text, [ledger, from, upTo])));
    const { flat, cappedKeys } = settlingRules((await this.rules.dated(em))[ledger]);
    const params = [ledger, JSON.stringify(flat), cappedKeys, from, upTo];
    for (const part of ['uncapped', 'capped'] as const)
      drift.push(...(await this.findings('overcounted', overcountedSql(part), params)));
    return { customers, entries, drift: drift.slice(0, MOST_DRIFT), upTo: customers < limit ? null : upTo };
  }

  private async findings(check: ProofName, text: string, params: unknown[]): Promise<ValueDrift[]> {
    const found = await rows<Omit<ValueDrift, 'check'>>(this.database.em, `${text} limit ${MOST_DRIFT}`, params);
    return found.map((each) => ({ check, ...each }));
  }
}
