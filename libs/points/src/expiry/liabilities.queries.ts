import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { row, rows } from '@siyu/platform';
import { endOfLot, lastDayOf } from './ends.sql';

export interface Totals {
  customers: number;
  outstanding: number;
  held: number;
  pending: number;
  debt: number;
}

/** What lots come to, by the month in which they end; null: never. */
export interface MonthOfLots {
  month: string | null;
  points: number;
  /** Granted in lots that ended within the past twelve months. */
  cameDue: number;
  since: Date | null;
}

/** What the house owes in points, over all customers; nothing of it is kept, so it is never stale. */
@Injectable()
export class LiabilitiesQueries {
  async totals(em: EntityManager): Promise<Totals> {
    const found = await row<Totals>(
      em,
      `select count(*) filter (where balance > 0) as customers, coalesce(sum(balance + debt), 0)::bigint as outstanding,
         coalesce(sum(held), 0)::bigint as held, coalesce(sum(pending), 0)::bigint as pending,
         coalesce(sum(debt), 0)::bigint as debt
       from points_accounts`,
    );
    return found!;
  }

  /** One pass over all lots. Few of them end at different moments, so these are added up before months are made of them. */
  async months(em: EntityManager, past: { from: Date; until: Date }, timeZone: string): Promise<MonthOfLots[]> {
    return rows<MonthOfLots>(
      em,
      `select to_char(${lastDayOf('expires_at', '$1::text')}, 'YYYY-MM') as month, sum(points)::bigint as points,
         coalesce(sum(granted) filter (where expires_at > $2 and expires_at <= $3), 0)::bigint as "cameDue",
         min(since) as since
       from (
         select expires_at, coalesce(sum(remaining) filter (where open and not pending), 0) as points,
           sum(granted) as granted, min(available_at) as since
         from points_lots where idle_months is null group by expires_at
       ) moments group by 1`,
      [timeZone, past.from, past.until],
    );
  }

  /** Points that end when their customer is idle, as if nobody did anything from now on. */
  async idleMonths(em: EntityManager, timeZone: string): Promise<{ month: string; points: number }[]> {
    return rows(
      em,
      `select to_char(${lastDayOf(endOfLot('$1::text'), '$1::text')}, 'YYYY-MM') as month,
         sum(l.remaining)::bigint as points
       from points_lots l join points_accounts a using (customer_id)
       where l.open and l.idle_months is not null and not l.pending group by 1`,
      [timeZone],
    );
  }

  async expired(em: EntityManager, past: { from: Date; until: Date }): Promise<number> {
    const found = await row<{ points: number }>(
      em,
      `select coalesce(-sum(points), 0)::bigint as points from points_entries
       where kind = 'expire' and occurred_at > $1 and occurred_at <= $2`,
      [past.from, past.until],
    );
    return found!.points;
  }
}
