import { Injectable } from '@nestjs/common';
import type { Day } from '@siyu/kernel';
import { affected, rows } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import type { OwnStanding } from './domain/openings';
import type { ImportKeyRow } from './openings.entities';

const COLUMNS = `k.source, k.external_id as "externalId", k.customer_id as "customerId", k.tier_key as "tierKey",
  k.since::text as since, k.told_until::text as "toldUntil", k.valid_until::text as "validUntil", k.growth, k.revision,
  k.imported_at as "importedAt"`;

/** What imports said of tiers, record by record. */
@Injectable()
export class OpeningsStore {
  /** One import writes at a time: which record counts is decided by all records of a customer. */
  async takeTurn(em: EntityManager): Promise<void> {
    await affected(em, `select pg_advisory_xact_lock(hashtext('tiers_import_keys'), 0)`);
  }

  /** A key at a time by the index, whatever the planner believes of a table that fills up. */
  find(em: EntityManager, asked: readonly Pick<ImportKeyRow, 'source' | 'externalId'>[]): Promise<ImportKeyRow[]> {
    return rows<ImportKeyRow>(
      em,
      `select k.* from unnest($1::text[], $2::text[]) as asked (source, external_id)
       cross join lateral (
         select ${COLUMNS} from tiers_import_keys k
         where k.source = asked.source and k.external_id = asked.external_id limit 1
       ) k`,
      [asked.map(({ source }) => source), asked.map(({ externalId }) => externalId)],
    );
  }

  ofCustomers(em: EntityManager, customerIds: readonly string[]): Promise<ImportKeyRow[]> {
    return rows<ImportKeyRow>(
      em,
      `select ${COLUMNS} from tiers_import_keys k where k.customer_id = any($1::uuid[])
       order by k.customer_id, k.source, k.external_id`,
      [customerIds],
    );
  }

  async put(em: EntityManager, openings: readonly ImportKeyRow[]): Promise<void> {
    await affected(
      em,
      `insert into tiers_import_keys (source, external_id, customer_id, tier_key, since, told_until, valid_until, growth,
         revision, imported_at)
       select source, "externalId", "customerId", "tierKey", since, "toldUntil", "validUntil", growth, revision, "importedAt"
       from jsonb_to_recordset($1) as k (source text, "externalId" text, "customerId" uuid, "tierKey" text, since date,
         "toldUntil" date, "validUntil" date, growth bigint, revision integer, "importedAt" timestamptz)
       order by source, "externalId"
       on conflict (source, external_id) do update set tier_key = excluded.tier_key, since = excluded.since,
         told_until = excluded.told_until, valid_until = excluded.valid_until, growth = excluded.growth,
         revision = excluded.revision`,
      [JSON.stringify(openings)],
    );
  }

  /** The days on which customers were first seen. */
  async memberSince(em: EntityManager, customerIds: readonly string[], timeZone: string): Promise<Map<string, Day>> {
    const found = await rows<{ id: string; day: Day }>(
      em,
      `select customer_id as id, (created_at at time zone $2)::date::text as day from customers_v
       where customer_id = any($1::uuid[])`,
      [customerIds, timeZone],
    );
    return new Map(found.map(({ id, day }) => [id, day]));
  }

  /** Where customers stand by the rules, locked. Locks that lie over it, and their ends, decided nothing. */
  async own(em: EntityManager, customerIds: readonly string[]): Promise<Map<string, OwnStanding>> {
    const found = await rows<OwnStanding & { id: string }>(
      em,
      `select m.customer_id as id, m.own_key as "ownKey", m.valid_until::text as "validUntil",
         coalesce((
           select v.kind = 'imported' from tiers_moves v
           where v.customer_id = m.customer_id and v.kind not in ('locked', 'unlocked', 'lock-ended')
           order by v.move_no desc limit 1
         ), false) as "isImported"
       from tiers_members m where m.customer_id = any($1::uuid[]) order by m.customer_id for update of m`,
      [customerIds],
    );
    return new Map(found.map(({ id, ...own }) => [id, own]));
  }
}
