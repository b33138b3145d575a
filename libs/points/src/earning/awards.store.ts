import { Injectable } from '@nestjs/common';
import { affected, Database, row, rows } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import type { Use } from './domain/awards';
import type { AwardRow } from './earning.entities';

const COLUMNS = `a.customer_id as "customerId", a.award_key as "awardKey", a.seq, a.points, a.taken_points as "takenPoints",
  a.uses, a.subject_id as "subjectId", a.is_waiting as "isWaiting", a.awarded_at as "awardedAt"`;

/** An order or an event, with the customer whose it is or was. */
export interface SubjectPlace {
  customerId: string;
  subjectId: string;
}

export type UseOf = Use & { customerId: string };

/** Every write and locked read of awards and of what they count. */
@Injectable()
export class AwardsStore {
  constructor(private readonly database: Database) {}

  /** For reads outside of a transaction. */
  get em(): EntityManager {
    return this.database.em;
  }

  /** Whether anybody ever had points: until then there is nothing to take or to give back. */
  async anyPoints(): Promise<boolean> {
    return (await row(this.em, 'select from points_accounts limit 1')) !== null;
  }

  /** Locks the earners in the order of their ids, and makes those that are missing. Before every other lock. */
  async lockEarners(em: EntityManager, customerIds: Iterable<string>, now: Date): Promise<void> {
    await affected(
      em,
      `insert into points_earners as e (customer_id, created_at)
       select id, $2 from unnest($1::uuid[]) as w (id) order by id
       on conflict (customer_id) do update set created_at = excluded.created_at where false`,
      [[...new Set(customerIds)], now],
    );
  }

  /** The awards of these keys. */
  async ofKeys(em: EntityManager, keys: { customerId: string; key: string }[]): Promise<AwardRow[]> {
    return rows<AwardRow>(
      em,
      `select ${COLUMNS} from unnest($1::uuid[], $2::text[]) as w (customer_id, award_key)
       join points_awards a on a.customer_id = w.customer_id and a.award_key = w.award_key`,
      [keys.map(({ customerId }) => customerId), keys.map(({ key }) => key)],
    );
  }

  /** The awards of these orders or events, in the order of booking. */
  async ofSubjects(em: EntityManager, places: readonly SubjectPlace[]): Promise<AwardRow[]> {
    return rows<AwardRow>(
      em,
      `select ${COLUMNS} from unnest($1::uuid[], $2::uuid[]) as w (customer_id, subject_id)
       join points_awards a on a.customer_id = w.customer_id and a.subject_id = w.subject_id
       order by a.customer_id, a.seq`,
      [places.map(({ customerId }) => customerId), places.map(({ subjectId }) => subjectId)],
    );
  }

  async insert(em: EntityManager, awards: readonly AwardRow[]): Promise<void> {
    if (awards.length === 0) return;
    await affected(
      em,
      `insert into points_awards
         (customer_id, award_key, seq, points, taken_points, uses, subject_id, is_waiting, awarded_at)
       select "customerId", "awardKey", seq, points, "takenPoints", uses, "subjectId", "isWaiting", "awardedAt"
       from jsonb_to_recordset($1::jsonb) as w ("customerId" uuid, "awardKey" text, seq integer, points bigint,
         "takenPoints" bigint, uses jsonb, "subjectId" uuid, "isWaiting" boolean, "awardedAt" timestamptz)`,
      [JSON.stringify(awards)],
    );
  }

  /** Writes what has been taken back and whether the awards still wait. */
  async update(em: EntityManager, awards: readonly AwardRow[]): Promise<void> {
    if (awards.length === 0) return;
    await affected(
      em,
      `update points_awards a set taken_points = w."takenPoints", is_waiting = w."isWaiting"
       from jsonb_to_recordset($1::jsonb)
         as w ("customerId" uuid, "awardKey" text, "takenPoints" bigint, "isWaiting" boolean)
       where a.customer_id = w."customerId" and a.award_key = w."awardKey"`,
      [JSON.stringify(awards)],
    );
  }

  /** What the customers have used up of the rules within the periods. */
  async uses(
    em: EntityManager,
    customerIds: string[],
    ruleIds: string[],
    periods: string[],
  ): Promise<(UseOf & { times: number })[]> {
    if (ruleIds.length === 0) return [];
    return rows(
      em,
      `select customer_id as "customerId", rule_id as "ruleId", period, points, times from points_rule_uses
       where customer_id = any($1::uuid[]) and rule_id = any($2::uuid[]) and period = any($3::text[])`,
      [customerIds, ruleIds, periods],
    );
  }

  /** Counts the uses. */
  async count(em: EntityManager, uses: readonly UseOf[]): Promise<void> {
    if (uses.length === 0) return;
    await affected(
      em,
      `insert into points_rule_uses as u (customer_id, rule_id, period, points, times)
       select customer_id, rule_id, period, points, times from ${SUMMED} order by 1, 2, 3
       on conflict (customer_id, rule_id, period)
       do update set points = u.points + excluded.points, times = u.times + excluded.times`,
      [JSON.stringify(uses)],
    );
  }

  /** Takes the uses of awards that are gone off the counts. */
  async uncount(em: EntityManager, uses: readonly UseOf[]): Promise<void> {
    if (uses.length === 0) return;
    await affected(
      em,
      `update points_rule_uses u set points = greatest(u.points - w.points, 0), times = greatest(u.times - w.times, 0)
       from ${SUMMED}
       where u.customer_id = w.customer_id and u.rule_id = w.rule_id and u.period = w.period`,
      [JSON.stringify(uses)],
    );
  }
}

const SUMMED = `(
  select "customerId" as customer_id, "ruleId" as rule_id, period, sum(points)::bigint as points, count(*)::integer as times
  from jsonb_to_recordset($1::jsonb) as one ("customerId" uuid, "ruleId" uuid, period text, points bigint)
  group by 1, 2, 3
) as w`;
