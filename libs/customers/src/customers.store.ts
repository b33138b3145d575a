import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { affected, Events, row, rows } from '@siyu/platform';
import { customersChanged } from './customers.events';
import type { Gender } from './domain/profiles';
import { nameParts } from './domain/search';

/** What may change of a customer. */
export interface CustomerFields {
  /** Empty when nobody knows it yet. */
  displayName: string;
  gender: Gender | null;
  /** `YYYY-MM-DD` */
  birthday: string | null;
  attributes: Record<string, unknown>;
}

export interface NewCustomer extends CustomerFields {
  customerId: string;
  source: string;
  createdAt: Date;
}

export interface Naming {
  customerId: string;
  displayName: string;
}

/** Every write and locked read of `customers` and `customers_name_parts`. */
@Injectable()
export class CustomersStore {
  constructor(private readonly events: Events) {}

  /** Tells whoever listens that what is known of the customers changed. */
  async announce(em: EntityManager, customerIds: readonly string[]): Promise<void> {
    if (customerIds.length > 0) await this.events.publish(em, customersChanged, { customerIds: [...customerIds] });
  }

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

  /** What may change of the customers. */
  async fieldsOf(em: EntityManager, customerIds: readonly string[]): Promise<Map<string, CustomerFields>> {
    const found = await rows<CustomerFields & { customerId: string }>(
      em,
      `select customer_id as "customerId", display_name as "displayName", gender, birthday::text, attributes
       from customers where customer_id = any($1::uuid[])`,
      [customerIds],
    );
    return new Map(found.map(({ customerId, ...fields }) => [customerId, fields]));
  }

  /** Those of the customers who have no name. */
  async findNameless(em: EntityManager, customerIds: readonly string[]): Promise<string[]> {
    const found = await rows<{ id: string }>(
      em,
      `select customer_id as id from customers where customer_id = any($1::uuid[]) and display_name = ''`,
      [customerIds],
    );
    return found.map(({ id }) => id);
  }

  async insert(em: EntityManager, customers: readonly NewCustomer[]): Promise<void> {
    await affected(
      em,
      `insert into customers (customer_id, display_name, gender, birthday, attributes, source, created_at, updated_at)
       select "customerId", "displayName", gender, birthday, attributes, source, "createdAt", "createdAt"
       from jsonb_to_recordset($1::jsonb) as made ("customerId" uuid, "displayName" text, gender text, birthday date,
         attributes jsonb, source text, "createdAt" timestamptz)`,
      [JSON.stringify(customers)],
    );
    await this.insertNameParts(em, customers);
  }

  async update(em: EntityManager, customerId: string, fields: CustomerFields, at: Date): Promise<void> {
    const { displayName, gender, birthday, attributes } = fields;
    await affected(
      em,
      `update customers set display_name = $2, gender = $3, birthday = $4, attributes = $5, updated_at = $6
       where customer_id = $1`,
      [customerId, displayName, gender, birthday, JSON.stringify(attributes), at],
    );
    await affected(em, 'delete from customers_name_parts where customer_id = $1', [customerId]);
    await this.insertNameParts(em, [{ customerId, displayName }]);
  }

  /** Like {@link update}, for many customers that are locked. */
  async updateAll(em: EntityManager, changes: ReadonlyMap<string, CustomerFields>, at: Date): Promise<void> {
    const changed = [...changes].map(([customerId, fields]) => ({ customerId, ...fields }));
    await affected(
      em,
      `update customers set display_name = changed."displayName", gender = changed.gender, birthday = changed.birthday,
         attributes = changed.attributes, updated_at = $2
       from jsonb_to_recordset($1::jsonb)
         as changed ("customerId" uuid, "displayName" text, gender text, birthday date, attributes jsonb)
       where customers.customer_id = changed."customerId"`,
      [JSON.stringify(changed), at],
    );
    await affected(em, 'delete from customers_name_parts where customer_id = any($1::uuid[])', [[...changes.keys()]]);
    await this.insertNameParts(em, changed);
  }

  /** Names those of the customers who still have no name. */
  async nameNameless(em: EntityManager, namings: readonly Naming[], at: Date): Promise<void> {
    const named = await rows<Naming>(
      em,
      `update customers set display_name = naming."displayName", updated_at = $2
       from jsonb_to_recordset($1::jsonb) as naming ("customerId" uuid, "displayName" text)
       where customers.customer_id = naming."customerId" and customers.display_name = ''
       returning customers.customer_id as "customerId", customers.display_name as "displayName"`,
      [JSON.stringify(namings), at],
    );
    await this.insertNameParts(em, named);
  }

  private async insertNameParts(em: EntityManager, namings: readonly Naming[]): Promise<void> {
    const parts = namings.flatMap(({ customerId, displayName }) =>
      nameParts(displayName).map((part) => ({ customerId, part })),
    );
    if (parts.length === 0) return;
    await affected(
      em,
      `insert into customers_name_parts (customer_id, part) select * from unnest($1::uuid[], $2::text[])`,
      [parts.map(({ customerId }) => customerId), parts.map(({ part }) => part)],
    );
  }
}
