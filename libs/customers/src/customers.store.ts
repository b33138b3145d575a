import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { affected, row, rows } from '@siyu/platform';

export type Gender = 'female' | 'male' | 'other';

export interface NewCustomer {
  customerId: string;
  displayName: string;
  gender: Gender | null;
  birthday: string | null;
  attributes: Record<string, unknown>;
  source: string;
  searchTokens: string[];
  createdAt: Date;
}

/** What may change of a customer. */
export interface CustomerFields {
  displayName: string;
  gender: Gender | null;
  birthday: string | null;
  attributes: Record<string, unknown>;
}

/** What identities that came later add to a customer. */
export interface Extension {
  customerId: string;
  searchTokens: string[];
  /** Taken when the customer has no name yet. */
  displayName: string;
  nameTokens: string[];
}

/** Writes and locked reads of `customers`. */
@Injectable()
export class CustomersStore {
  /** Locks the customer and returns what may change of it; null when there is none. */
  async lock(em: EntityManager, customerId: string): Promise<CustomerFields | null> {
    return row<CustomerFields>(
      em,
      `select display_name as "displayName", gender, birthday::text, attributes
       from customers where customer_id = $1 for no key update`,
      [customerId],
    );
  }

  /** Locks many customers, in the order of their ids. @returns how many of them exist */
  async lockAll(em: EntityManager, customerIds: readonly string[]): Promise<number> {
    const locked = await rows(
      em,
      'select from customers where customer_id = any($1::uuid[]) order by customer_id for no key update',
      [customerIds],
    );
    return locked.length;
  }

  /** Those of the customers who have no name. */
  async findNameless(em: EntityManager, customerIds: readonly string[]): Promise<Set<string>> {
    const found = await rows<{ id: string }>(
      em,
      `select customer_id as id from customers where customer_id = any($1::uuid[]) and display_name = ''`,
      [customerIds],
    );
    return new Set(found.map(({ id }) => id));
  }

  async insert(em: EntityManager, customers: readonly NewCustomer[]): Promise<void> {
    await affected(
      em,
      `insert into customers (customer_id, display_name, gender, birthday, attributes, source, search_tokens, created_at, updated_at)
       select "customerId", "displayName", gender, birthday, attributes, source, "searchTokens", "createdAt", "createdAt"
       from jsonb_to_recordset($1::jsonb) as made ("customerId" uuid, "displayName" text, gender text, birthday date,
         attributes jsonb, source text, "searchTokens" text[], "createdAt" timestamptz)`,
      [JSON.stringify(customers)],
    );
  }

  async update(
    em: EntityManager,
    customerId: string,
    fields: CustomerFields & { searchTokens: string[] },
    at: Date,
  ): Promise<void> {
    await affected(
      em,
      `update customers set display_name = $2, gender = $3, birthday = $4, attributes = $5, search_tokens = $6, updated_at = $7
       where customer_id = $1`,
      [
        customerId,
        fields.displayName,
        fields.gender,
        fields.birthday,
        JSON.stringify(fields.attributes),
        fields.searchTokens,
        at,
      ],
    );
  }

  /** Adds search tokens to locked customers, and a name to those who have none. */
  async extend(em: EntityManager, extensions: readonly Extension[], at: Date): Promise<void> {
    await affected(
      em,
      `update customers
       set search_tokens = array(
             select distinct token from unnest(customers.search_tokens || added."searchTokens"
               || case when customers.display_name = '' then added."nameTokens" else '{}' end) as token order by token),
           display_name = case when customers.display_name = '' then added."displayName" else customers.display_name end,
           updated_at = $2
       from jsonb_to_recordset($1::jsonb)
         as added ("customerId" uuid, "searchTokens" text[], "displayName" text, "nameTokens" text[])
       where customers.customer_id = added."customerId"`,
      [JSON.stringify(extensions), at],
    );
  }
}
