import { Injectable } from '@nestjs/common';
import { affected, row } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import type { ValueLedger } from './domain/rules';
import type { ValueSettlementRow } from './values.entities';

const COLUMNS = `settlement_id as "settlementId", ledger, status, requested_by as "requestedBy",
  requested_at as "requestedAt", finished_at as "finishedAt", message, done_to as "doneTo",
  done_customers as "doneCustomers", booked_entries as "bookedEntries", booked_amount as "bookedAmount"`;

/** Every read and write of settlements. */
@Injectable()
export class SettlementsStore {
  async insert(
    em: EntityManager,
    {
      settlementId,
      ledger,
      requestedBy,
      requestedAt,
    }: Pick<ValueSettlementRow, 'settlementId' | 'ledger' | 'requestedBy' | 'requestedAt'>,
  ): Promise<void> {
    await affected(
      em,
      `insert into tiers_value_settlements (settlement_id, ledger, status, requested_by, requested_at, done_customers,
         booked_entries, booked_amount)
       values ($1, $2, 'queued', $3, $4, 0, 0, 0)`,
      [settlementId, ledger, requestedBy, requestedAt],
    );
  }

  find(em: EntityManager, settlementId: string): Promise<ValueSettlementRow | null> {
    return row(em, `select ${COLUMNS} from tiers_value_settlements where settlement_id = $1`, [settlementId]);
  }

  /** The last one that was asked for. */
  latest(em: EntityManager, ledger: ValueLedger): Promise<ValueSettlementRow | null> {
    return row(
      em,
      `select ${COLUMNS} from tiers_value_settlements where ledger = $1 order by requested_at desc, settlement_id desc limit 1`,
      [ledger],
    );
  }

  /** Locks the one that waits or is under way. */
  lockActive(em: EntityManager, ledger: ValueLedger): Promise<ValueSettlementRow | null> {
    return row(
      em,
      `select ${COLUMNS} from tiers_value_settlements where ledger = $1 and status in ('queued', 'running')
       for no key update`,
      [ledger],
    );
  }

  /** Locks it as long as it is not over. */
  lockOpen(em: EntityManager, settlementId: string): Promise<ValueSettlementRow | null> {
    return row(
      em,
      `select ${COLUMNS} from tiers_value_settlements where settlement_id = $1 and status in ('queued', 'running')
       for no key update`,
      [settlementId],
    );
  }

  /** Moves the mark on. */
  async advance(
    em: EntityManager,
    settlementId: string,
    { doneTo, customers, entries, amount }: { doneTo: string; customers: number; entries: number; amount: number },
  ): Promise<void> {
    await affected(
      em,
      `update tiers_value_settlements set status = 'running', done_to = $2, done_customers = done_customers + $3,
         booked_entries = booked_entries + $4, booked_amount = booked_amount + $5
       where settlement_id = $1`,
      [settlementId, doneTo, customers, entries, amount],
    );
  }

  async end(
    em: EntityManager,
    settlementId: string,
    status: 'done' | 'failed',
    message: string | null,
    at: Date,
  ): Promise<void> {
    await affected(
      em,
      `update tiers_value_settlements set status = $2, message = $3, finished_at = $4 where settlement_id = $1`,
      [settlementId, status, message, at],
    );
  }

  /** The last id of the next batch behind `above` and how many customers it has; null when nobody is left. */
  async nextBatch(em: EntityManager, above: string, size: number): Promise<{ upTo: string; customers: number } | null> {
    const found = await row<{ upTo: string | null; customers: number }>(
      em,
      `select (array_agg(id order by id desc))[1] as "upTo", count(*)::integer as customers from (
         select id from (
           (select customer_id as id from customers_v where customer_id > $1 order by 1 limit $2)
           union
           (select customer_id as id from tiers_value_accounts where customer_id > $1 order by 1 limit $2)
         ) as every order by id limit $2
       ) as batch`,
      [above, size],
    );
    return found?.upTo ? { upTo: found.upTo, customers: found.customers } : null;
  }
}
