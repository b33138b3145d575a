import { Injectable } from '@nestjs/common';
import { Database, rows } from '@siyu/platform';
import type { EntityManager } from 'typeorm';

/** Which tier counted for whom and when. */
@Injectable()
export class StandingsQueries {
  constructor(private readonly database: Database) {}

  /**
   * The tier that counted for each customer at her moment. Who has no row stood in the lowest tier, or there was no ladder
   * yet: she is left out.
   */
  async at(
    moments: readonly { customerId: string; at: Date }[],
    em: EntityManager = this.database.em,
  ): Promise<{ customerId: string; at: Date; tierKey: string }[]> {
    if (moments.length === 0) return [];
    return rows(
      em,
      `select w.customer_id as "customerId", w.at, m.to_key as "tierKey"
       from unnest($1::uuid[], $2::timestamptz[]) as w (customer_id, at)
       cross join lateral (
         select to_key from tiers_moves m where m.customer_id = w.customer_id and m.at <= w.at
         order by m.at desc, m.move_no desc limit 1
       ) m`,
      [moments.map(({ customerId }) => customerId), moments.map(({ at }) => at)],
    );
  }

  /** The tier that counts for each of the customers now; those in the lowest tier who never left it are left out. */
  async now(customerIds: readonly string[], em: EntityManager = this.database.em): Promise<Map<string, string>> {
    if (customerIds.length === 0) return new Map();
    const found = await rows<{ id: string; tierKey: string }>(
      em,
      `select customer_id as id, tier_key as "tierKey" from tiers_members where customer_id = any($1::uuid[])`,
      [customerIds],
    );
    return new Map(found.map(({ id, tierKey }) => [id, tierKey]));
  }
}
