import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { affected, rows } from '@siyu/platform';
import { identityKey, type Identity } from './domain/identities';
import type { Attachment } from './domain/resolution';

export interface IdentityRow extends Identity {
  customerId: string;
  source: string;
  createdAt: Date;
}

/** Writes and locked reads of `customers_identities` and `customers_identity_keys`. */
@Injectable()
export class IdentitiesStore {
  /** The customer of each identity that has one, by `identityKey`. */
  async findOwners(em: EntityManager, identities: readonly Identity[]): Promise<Map<string, string>> {
    const found = await rows<Identity & { customerId: string }>(
      em,
      `select keys.type, keys.value, keys.customer_id as "customerId"
       from unnest($1::text[], $2::text[]) as wanted (type, value)
       join customers_identity_keys keys on keys.value = wanted.value and keys.type = wanted.type`,
      [identities.map(({ type }) => type), identities.map(({ value }) => value)],
    );
    return new Map(found.map((key) => [identityKey(key), key.customerId]));
  }

  /** The identities of these customers, most recently attached last. */
  async identitiesOf(em: EntityManager, customerIds: readonly string[]): Promise<IdentityRow[]> {
    return rows<IdentityRow>(
      em,
      `select customer_id as "customerId", type, value, source, created_at as "createdAt"
       from customers_identities where customer_id = any($1::uuid[])
       order by customer_id, created_at, type, value`,
      [customerIds],
    );
  }

  /**
   * Claims the identities that are free, waiting for whoever is claiming one of them at this moment.
   *
   * @returns whether all of them were free
   */
  async claim(em: EntityManager, attachments: readonly Attachment[], at: Date): Promise<boolean> {
    const columns = [
      attachments.map(({ type }) => type),
      attachments.map(({ value }) => value),
      attachments.map(({ customerId }) => customerId),
    ];
    // Sorted: two batches that share keys claim them in the same order, so that one waits instead of both.
    const claimed = await affected(
      em,
      `insert into customers_identity_keys (type, value, customer_id)
       select type, value, customer_id from unnest($1::text[], $2::text[], $3::uuid[]) as wanted (type, value, customer_id)
       order by value, type
       on conflict (value, type) do nothing`,
      columns,
    );
    if (claimed < attachments.length) return false;
    await affected(
      em,
      `insert into customers_identities (type, value, customer_id, source, created_at)
       select type, value, customer_id, source, $5
       from unnest($1::text[], $2::text[], $3::uuid[], $4::text[]) as wanted (type, value, customer_id, source)`,
      [...columns, attachments.map(({ source }) => source), at],
    );
    return true;
  }

  /** Sets an identity of the customer free. */
  async release(em: EntityManager, customerId: string, { type, value }: Identity): Promise<void> {
    await affected(em, 'delete from customers_identities where customer_id = $1 and type = $2 and value = $3', [
      customerId,
      type,
      value,
    ]);
    await affected(em, 'delete from customers_identity_keys where value = $2 and type = $1 and customer_id = $3', [
      type,
      value,
      customerId,
    ]);
  }
}
