import { Injectable } from '@nestjs/common';
import { timelineAt as instant } from '@siyu/customers';
import { affected, row, rows } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import type { ValueLedger } from './domain/rules';
import { bookingSql } from './standings.sql';
import type { ValueEntryRow } from './values.entities';

/** An order or event with the customer whose it is or was. */
export interface SubjectPlace {
  customerId: string;
  subjectId: string;
}

/** An entry on its way into a ledger. */
export type Draft = Omit<ValueEntryRow, 'ledger' | 'seq' | 'balanceAfter' | 'occurredAt' | 'recordedAt' | 'actor'> & {
  /** ISO 8601. */
  occurredAt: string;
};

/** When something is booked, and by whom. */
export interface Booking {
  at: Date;
  actor: string;
}

/** Customers whose ids lie above the first and up to the second. */
export interface IdRange {
  above: string;
  upTo: string;
}

export interface Booked {
  customerId: string;
  amount: number;
  entries: number;
}

export const ENTRY_COLUMNS = `customer_id as "customerId", ledger, entry_key as "entryKey", seq, amount,
  balance_after as "balanceAfter", occurred_at as "occurredAt", recorded_at as "recordedAt", source,
  subject_id as "subjectId", rule_key as "ruleKey", rule_version as "ruleVersion", reverses_key as "reversesKey", reason,
  breakdown, actor`;

export const BOOKED = `select customer_id as "customerId", amount, entries from sums`;
/** What was sent, each key once, without what is booked. */
const DRAFTS = `sent as (
  select distinct on ("customerId", "entryKey") *
  from jsonb_to_recordset($2::jsonb) as d ("customerId" uuid, "entryKey" text, amount bigint, "occurredAt" timestamptz,
    source text, "subjectId" uuid, "ruleKey" text, "ruleVersion" integer, "reversesKey" text, reason text, breakdown jsonb)
), drafts as (
  select "customerId" as customer_id, "entryKey" as entry_key, amount, "occurredAt" as occurred_at, source,
    "subjectId" as subject_id, "ruleKey" as rule_key, "ruleVersion" as rule_version, "reversesKey" as reverses_key, reason,
    breakdown
  from sent where not exists (
    select from tiers_value_entries e where e.customer_id = "customerId" and e.ledger = $1 and e.entry_key = "entryKey"
  )
)`;

/** Every write and locked read of value accounts and entries. */
@Injectable()
export class ValuesStore {
  /** Locks the accounts in the order of their customers and makes those that are missing. Before every other lock. */
  async lock(em: EntityManager, ledger: ValueLedger, customerIds: Iterable<string>, now: Date): Promise<void> {
    await this.lockOf(em, ledger, 'select distinct id from unnest($3::uuid[]) as w (id)', now, [
      [...new Set(customerIds)],
    ]);
  }

  /** Like {@link lock}, for everybody in the range who has an order, an event or an account. @returns those */
  async lockRange(em: EntityManager, ledger: ValueLedger, { above, upTo }: IdRange, now: Date): Promise<string[]> {
    const some = (table: string) =>
      `select customer_id as id from ${table} where customer_id > $3::uuid and customer_id <= $4::uuid`;
    const everybody = `${some('orders_purchases_v')} union ${some('orders_events_v')} union ${some('tiers_value_accounts')}`;
    await this.lockOf(em, ledger, everybody, now, [above, upTo]);
    const found = await rows<{ id: string }>(
      em,
      `select customer_id as id from tiers_value_accounts
       where ledger = $1 and customer_id > $2::uuid and customer_id <= $3::uuid`,
      [ledger, above, upTo],
    );
    return found.map(({ id }) => id);
  }

  private async lockOf(
    em: EntityManager,
    ledger: ValueLedger,
    ids: string,
    now: Date,
    params: unknown[],
  ): Promise<void> {
    const insert = (
      name: string,
    ) => `insert into tiers_value_accounts (customer_id, ledger, balance, entries, changed_at)
      select id, ${name}, 0, 0, $2 from (${ids}) as w order by id on conflict (customer_id, ledger)`;
    await affected(em, `${insert('$1')} do update set changed_at = excluded.changed_at where false`, [
      ledger,
      now,
      ...params,
    ]);
    // Growth is the row that lists of customers start from.
    if (ledger !== 'growth') await affected(em, `${insert('$1')} do nothing`, ['growth', now, ...params]);
  }

  /** Books what is not booked yet; the accounts are locked. @returns whose accounts changed */
  async book(
    em: EntityManager,
    ledger: ValueLedger,
    drafts: readonly Draft[],
    { at, actor }: Booking,
  ): Promise<Booked[]> {
    if (drafts.length === 0) return [];
    return rows<Booked>(em, `${bookingSql(DRAFTS, 3)} ${BOOKED}`, [ledger, JSON.stringify(drafts), at, actor]);
  }

  async anyEntries(em: EntityManager): Promise<boolean> {
    return (await row(em, 'select from tiers_value_entries limit 1')) !== null;
  }

  /** Which of the orders and events have entries. */
  ofSubjects(em: EntityManager, places: readonly SubjectPlace[]): Promise<SubjectPlace[]> {
    return rows<SubjectPlace>(
      em,
      `select distinct e.customer_id as "customerId", e.subject_id as "subjectId"
       from unnest($1::uuid[], $2::uuid[]) as w (customer_id, subject_id)
       join tiers_value_entries e on e.customer_id = w.customer_id and e.subject_id = w.subject_id`,
      arraysOf(places),
    );
  }

  /** Which of the keys are booked. */
  ofKeys(
    em: EntityManager,
    ledger: ValueLedger,
    keys: readonly { customerId: string; entryKey: string }[],
  ): Promise<ValueEntryRow[]> {
    return rows<ValueEntryRow>(
      em,
      `select ${ENTRY_COLUMNS} from tiers_value_entries
       join unnest($2::uuid[], $3::text[]) as w (id, key) on customer_id = id and entry_key = key
       where ledger = $1`,
      [ledger, keys.map(({ customerId }) => customerId), keys.map(({ entryKey }) => entryKey)],
    );
  }

  /** What rules gave customers within times: the sums that their caps are held against. */
  used(
    em: EntityManager,
    ledger: ValueLedger,
    customerIds: readonly string[],
    ruleKeys: readonly string[],
    spans: readonly { period: string; from: Date | null; to: Date | null }[],
  ): Promise<{ customerId: string; ruleKey: string; period: string; amount: number }[]> {
    return rows(
      em,
      `select e.customer_id as "customerId", e.rule_key as "ruleKey", s.period, abs(sum(e.amount))::bigint as amount
       from tiers_value_entries e join unnest($4::text[], $5::timestamptz[], $6::timestamptz[]) as s (period, begins, ends)
         on (s.begins is null or e.occurred_at >= s.begins) and (s.ends is null or e.occurred_at < s.ends)
       where e.ledger = $1 and e.customer_id = any($2::uuid[]) and e.rule_key = any($3::text[]) and e.source <> 'staff'
       group by e.customer_id, e.rule_key, s.period`,
      [ledger, customerIds, ruleKeys, spans.map((s) => s.period), spans.map((s) => s.from), spans.map((s) => s.to)],
    );
  }

  /** When an entry belongs to, to the last decimal: what stands beside it must stand at the very same moment. */
  async momentOf(em: EntityManager, { customerId, ledger, entryKey }: ValueEntryRow): Promise<string> {
    const found = await row<{ at: string }>(
      em,
      `select ${instant('occurred_at')} as at from tiers_value_entries
       where customer_id = $1 and ledger = $2 and entry_key = $3`,
      [customerId, ledger, entryKey],
    );
    return found!.at;
  }

  /** Sums around one entry: of its reversals, and of all entries of its subject and rule. */
  async around(em: EntityManager, entry: ValueEntryRow): Promise<{ reversed: number; subjectSum: number | null }> {
    const { customerId, ledger, entryKey, subjectId, ruleKey } = entry;
    const found = await row<{ reversed: number; subjectSum: number | null }>(
      em,
      `select coalesce(sum(amount) filter (where reverses_key = $3), 0)::bigint as reversed,
         (sum(amount) filter (where subject_id = $4 and rule_key = $5))::bigint as "subjectSum"
       from tiers_value_entries
       where customer_id = $1 and ledger = $2 and (reverses_key = $3 or (subject_id = $4 and rule_key = $5))`,
      [customerId, ledger, entryKey, subjectId, ruleKey],
    );
    return found!;
  }
}

export function arraysOf(places: readonly SubjectPlace[]): [string[], string[]] {
  return [places.map(({ customerId }) => customerId), places.map(({ subjectId }) => subjectId)];
}
