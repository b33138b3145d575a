import { Injectable } from '@nestjs/common';
import { Database, rows } from '@siyu/platform';
import type { EntityManager } from 'typeorm';

/** What is known of a customer as a person, for libs that judge customers. */
export interface Person {
  customerId: string;
  /** Empty when nobody knows it. */
  displayName: string;
  gender: string | null;
  /** `YYYY-MM-DD` */
  birthday: string | null;
  attributes: Record<string, unknown>;
  /** Types of her identities: `phone`, `email`. */
  identityTypes: string[];
}

/** Customers by what they are, in sets. */
@Injectable()
export class PersonsQueries {
  constructor(private readonly database: Database) {}

  /** Those of the customers that exist. */
  async of(customerIds: readonly string[], em: EntityManager = this.database.em): Promise<Person[]> {
    if (customerIds.length === 0) return [];
    return rows<Person>(
      em,
      `select c.customer_id as "customerId", c.display_name as "displayName", c.gender, c.birthday::text, c.attributes,
         array(select distinct i.type from customers_identities i where i.customer_id = c.customer_id) as "identityTypes"
       from customers c where c.customer_id = any($1::uuid[])`,
      [customerIds],
    );
  }

  /**
   * Customers whose birthday falls on one of the days, in the order of their ids.
   *
   * @param monthDays months and days as numbers: 229 for 29 February
   * @param behind the last id of the page before
   */
  async bornOn(
    monthDays: readonly number[],
    behind: string | null,
    limit: number,
    em: EntityManager = this.database.em,
  ): Promise<string[]> {
    const found = await rows<{ id: string }>(
      em,
      `select customer_id as id from customers
       where birthday is not null
         and extract(month from birthday) * 100 + extract(day from birthday) = any($1::numeric[])
         and ($2::uuid is null or customer_id > $2)
       order by customer_id limit $3`,
      [monthDays, behind, limit],
    );
    return found.map(({ id }) => id);
  }
}
