import { Injectable } from '@nestjs/common';
import type { Day } from '@siyu/kernel';
import { rows } from '@siyu/platform';
import type { EntityManager } from 'typeorm';

/** A member whose tier ends soon and who was not told of it since. */
export interface Ending {
  customerId: string;
  ownKey: string;
  validUntil: Day;
  lockKey: string | null;
  lockUntil: Day | null;
  lockMayRise: boolean | null;
  /** Which of the warnings it is: so many days before the end, or one of those in grace. */
  level: number;
}

/** Levels of the days of grace; below those before, because they are nearer to the fall. */
const GRACE_BEGAN = -1;
const GRACE_ENDS = -2;

/** Who was told of an end of validity, and who is to be told. */
@Injectable()
export class WarningsStore {
  /**
   * In the order of ids. The smallest warning that has come counts; larger ones that were missed are not made up for.
   *
   * @param graceDays behind the end; a day before the last of them is the last warning, if there are that many
   */
  endings(
    em: EntityManager,
    behind: string | null,
    limit: number,
    { today, warningDays, graceDays }: { today: Day; warningDays: readonly number[]; graceDays: number },
  ): Promise<Ending[]> {
    return rows<Ending>(
      em,
      `select customer_id as "customerId", own_key as "ownKey", valid_until::text as "validUntil", lock_key as "lockKey",
         lock_until::text as "lockUntil", lock_may_rise as "lockMayRise", level
       from (
         select m.*, case
             when valid_until >= $1 then (select min(w) from unnest($2::integer[]) w where w >= valid_until - $1)
             when valid_until + $3::integer - $1 <= 1 and $3 > 2 then ${GRACE_ENDS}
             else ${GRACE_BEGAN} end as level
         from tiers_members m
         where valid_until between $1::date - $3 and $1 + (select coalesce(max(w), -1) from unnest($2::integer[]) w)
       ) ending
       where level is not null and ($4::uuid is null or customer_id > $4)
         and not exists (select from tiers_warnings w where w.customer_id = ending.customer_id
           and w.valid_until = ending.valid_until and w.days <= ending.level)
       order by customer_id limit $5`,
      [today, warningDays, graceDays, behind, limit],
    );
  }

  /** Notes down who is told. @returns whose warning nobody else sent meanwhile, and whose tier still ends then */
  async note(
    em: EntityManager,
    warnings: readonly { customerId: string; validUntil: Day; level: number; tierKey: string }[],
    now: Date,
  ): Promise<Set<string>> {
    const noted = await rows<{ id: string }>(
      em,
      `insert into tiers_warnings (customer_id, valid_until, days, tier_key, warned_at)
       select w.customer_id, w.valid_until, w.days, w.tier_key, $5
       from unnest($1::uuid[], $2::date[], $3::smallint[], $4::text[]) as w (customer_id, valid_until, days, tier_key)
       join tiers_members m on m.customer_id = w.customer_id and m.valid_until = w.valid_until
       order by w.customer_id
       on conflict do nothing returning customer_id as id`,
      [
        warnings.map(({ customerId }) => customerId),
        warnings.map(({ validUntil }) => validUntil),
        warnings.map(({ level }) => level),
        warnings.map(({ tierKey }) => tierKey),
        now,
      ],
    );
    return new Set(noted.map(({ id }) => id));
  }
}
