import { Injectable } from '@nestjs/common';
import { Database, row, rows } from '@siyu/platform';
import type { Customer } from './customers.dto';
import { customerNotFound } from './domain/errors';
import { maskIdentity } from './domain/masking';
import { IdentitiesStore, type IdentityRow } from './identities.store';

type ProfileRow = Omit<Customer, 'identities' | 'createdAt' | 'updatedAt'> & { createdAt: Date; updatedAt: Date };

/** One customer, for her page. */
@Injectable()
export class CustomersQueries {
  constructor(
    private readonly database: Database,
    private readonly identities: IdentitiesStore,
  ) {}

  /** @throws DomainError `customers.not-found` (not-found) */
  async get(customerId: string): Promise<Customer> {
    const found = await row<ProfileRow>(
      this.database.em,
      `select customer_id as id, display_name as "displayName", gender, birthday::text, attributes, source,
         created_at as "createdAt", updated_at as "updatedAt"
       from customers where customer_id = $1`,
      [customerId],
    );
    if (!found) throw customerNotFound();
    const identities = await this.identities.identitiesOf(this.database.em, [customerId]);
    return {
      ...found,
      identities: identities.map(shown),
      createdAt: found.createdAt.toISOString(),
      updatedAt: found.updatedAt.toISOString(),
    };
  }

  /** Whether there is any customer at all. */
  async any(): Promise<boolean> {
    return (await row(this.database.em, 'select from customers limit 1')) !== null;
  }

  /**
   * Which of these ids are customers.
   *
   * @param em of the caller's transaction, which must not wait for a second connection
   */
  async known(customerIds: string[], em = this.database.em): Promise<Set<string>> {
    const found = await rows<{ id: string }>(
      em,
      'select customer_id as id from customers where customer_id = any($1)',
      [customerIds],
    );
    return new Set(found.map(({ id }) => id));
  }

  /** @throws DomainError `customers.not-found` (not-found) */
  async mustExist(customerId: string): Promise<void> {
    if (!(await row(this.database.em, 'select from customers where customer_id = $1', [customerId])))
      throw customerNotFound();
  }
}

function shown({ type, value, source, createdAt }: IdentityRow) {
  return { ...maskIdentity({ type, value }), source, createdAt: createdAt.toISOString() };
}
