import { Injectable } from '@nestjs/common';
import { startOfDay, type Day } from '@siyu/kernel';
import { Database, rows } from '@siyu/platform';
import type { Contribution } from './domain/contributions';

/** What a customer did that counts, day by day. */
@Injectable()
export class ContributionsQueries {
  constructor(private readonly database: Database) {}

  /**
   * In the order of the days, which are those of the zone; a day without anything is left out.
   *
   * @param from the first day that is asked for; null: all
   */
  of(customerId: string, currency: string, from: Day | null, timeZone: string): Promise<Contribution[]> {
    return rows<Contribution>(
      this.database.em,
      `select day::text, sum(spend)::bigint as spend, sum(orders)::bigint as orders, sum(growth)::bigint as growth
       from (
         select (paid_at at time zone $3)::date as day, case when currency = $2 then net_cents else 0 end as spend,
           is_purchase::integer as orders, 0 as growth
         from orders_purchases_v where customer_id = $1 and paid_at >= coalesce($4::timestamptz, '-infinity')
         union all
         select (occurred_at at time zone $3)::date, 0, 0, amount
         from tiers_value_entries
         where customer_id = $1 and ledger = 'growth' and occurred_at >= coalesce($4::timestamptz, '-infinity')
       ) facts
       group by day having sum(orders) <> 0 or sum(spend) <> 0 or sum(growth) <> 0 order by day`,
      [customerId, currency, timeZone, from && startOfDay(from, timeZone)],
    );
  }
}
