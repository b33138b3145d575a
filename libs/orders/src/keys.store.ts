import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { affected, rows } from '@siyu/platform';

/** One of the two tables that hold what sources call their orders and events. */
export interface KeyTable {
  readonly table: 'orders_keys' | 'orders_event_keys';
  /** Column with our own id of the thing. */
  readonly id: 'order_id' | 'event_id';
}

export const ORDER_KEYS: KeyTable = { table: 'orders_keys', id: 'order_id' };
export const EVENT_KEYS: KeyTable = { table: 'orders_event_keys', id: 'event_id' };

/** How a source names a thing. */
export interface SourceKey {
  source: string;
  externalId: string;
}

/** A key that leads somewhere. */
export interface PointedKey extends SourceKey {
  customerId: string;
  /** Our id of the order or event. */
  id: string;
  /** Hash of the content, 32 hex digits. */
  hash: string;
}

/** A key as stored; an order's key leads nowhere as long as only refunds of it came. */
export type StoredKey = PointedKey | (SourceKey & { customerId: null; id: null; hash: null });

/** The first half of a SHA-256: 128 bits tell contents apart as surely as 256, at half the room in the largest table. */
export function contentHash(content: string): string {
  return hash('sha256', content, 'hex').slice(0, 32);
}

/** Reads and locks of what sources call their things; keys are locked before anything else, in one order. */
@Injectable()
export class KeysStore {
  /** The keys that exist, without a lock. */
  find(em: EntityManager, { table, id }: KeyTable, keys: SourceKey[]): Promise<StoredKey[]> {
    return rows<StoredKey>(
      em,
      `select k.source, k.external_id as "externalId", k.customer_id as "customerId", k.${id} as id,
         encode(k.content_hash, 'hex') as hash
       from json_to_recordset($1::json) as w (source text, "externalId" text)
       join ${table} k on k.external_id = w."externalId" and k.source = w.source`,
      [JSON.stringify(keys.map(({ source, externalId }) => ({ source, externalId })))],
    );
  }

  /**
   * Takes the keys for this transaction: those that nobody has are inserted as given, the others are locked as they are.
   * Always in the order of the keys, so that two batches with the same orders wait for each other instead of deadlocking.
   *
   * @returns the keys that were inserted
   */
  claim(em: EntityManager, { table, id }: KeyTable, keys: PointedKey[] | StoredKey[]): Promise<SourceKey[]> {
    return rows<SourceKey>(
      em,
      `insert into ${table} as k (external_id, source, customer_id, ${id}, content_hash)
       select w."externalId", w.source, w."customerId", w.id, decode(w.hash, 'hex')
       from json_to_recordset($1::json) as w (source text, "externalId" text, "customerId" uuid, id uuid, hash text)
       order by w."externalId", w.source
       on conflict (external_id, source) do update set external_id = excluded.external_id where false
       returning k.source, k.external_id as "externalId"`,
      [JSON.stringify(keys)],
    );
  }

  /** Lets keys that this transaction holds lead to what was written under them. */
  async point(em: EntityManager, { table, id }: KeyTable, keys: PointedKey[]): Promise<void> {
    if (keys.length === 0) return;
    await affected(
      em,
      `update ${table} k set customer_id = w."customerId", ${id} = w.id, content_hash = decode(w.hash, 'hex')
       from json_to_recordset($1::json) as w (source text, "externalId" text, "customerId" uuid, id uuid, hash text)
       where k.external_id = w."externalId" and k.source = w.source`,
      [JSON.stringify(keys)],
    );
  }
}
