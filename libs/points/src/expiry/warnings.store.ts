import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Day } from '@siyu/kernel';
import { rows } from '@siyu/platform';
import { endOfLot, lastDayOf } from './ends.sql';

export interface Warning {
  customerId: string;
  points: number;
  expiresAt: Date;
  /** Days until the last day on which they can be spent. */
  daysLeft: number;
}

/** Who was told of points that end, and who is to be told. */
@Injectable()
export class WarningsStore {
  /** Customers of whom something may end by then, in the order of their ids: an account knows before when nothing does. */
  async candidates(em: EntityManager, behind: string | null, until: Date, limit: number): Promise<string[]> {
    const found = await rows<{ id: string }>(
      em,
      `select customer_id as id from points_accounts
       where due_at <= $1 and ($3::uuid is null or customer_id > $3) order by customer_id limit $2`,
      [until, limit, behind],
    );
    return found.map(({ id }) => id);
  }

  /**
   * Notes down whom to tell of what ends, and gives back those who were not told yet. The smallest of the warning days that
   * has come counts; larger ones that were missed are not made up for.
   */
  async warn(
    em: EntityManager,
    customerIds: string[],
    when: { now: Date; today: Day; until: Date; timeZone: string; warningDays: number[] },
  ): Promise<Warning[]> {
    return rows<Warning>(
      em,
      `with ending as (
         select customer_id, ${lastDayOf('ends', '$4::text')} as last_day, min(ends) as ends, sum(free)::bigint as points
         from (
           select l.customer_id, ${endOfLot('$4::text')} as ends, l.remaining - l.held as free
           from points_accounts a join points_lots l using (customer_id)
           where a.customer_id = any($1::uuid[]) and l.open and not l.pending and l.remaining > l.held
         ) lots
         where ends > $2 and ends <= $3 group by 1, 2
       ), due as (
         select *, last_day - $5::date as "left",
           (select min(w) from unnest($6::smallint[]) w where w >= last_day - $5::date) as days
         from ending
       ), told as (
         insert into points_warnings (customer_id, last_day, days, points, warned_at)
         select customer_id, last_day, days, points, $2 from due
         where days is not null and not exists (
           select from points_warnings w
           where w.customer_id = due.customer_id and w.last_day = due.last_day and w.days <= due.days)
         on conflict do nothing returning customer_id, last_day
       )
       select customer_id as "customerId", points, ends as "expiresAt", "left" as "daysLeft"
       from due join told using (customer_id, last_day) order by customer_id, ends`,
      [customerIds, when.now, when.until, when.timeZone, when.today, when.warningDays],
    );
  }
}
