import { Inject, Injectable } from '@nestjs/common';
import type { Day } from '@siyu/kernel';
import { CONFIG, Database, row, type Config } from '@siyu/platform';
import type { MemberRow } from '../evaluation/evaluation.entities';

/** A customer with where she stands, if she ever left the lowest tier. */
export interface CustomerStanding {
  memberSince: Day;
  member: Omit<MemberRow, 'customerId'> | null;
}

const MEMBER = `m.tier_key as "tierKey", m.since, m.own_key as "ownKey", m.ladder_id as "ladderId", m.version,
  m.own_since as "ownSince", m.valid_until::text as "validUntil", m.in_grace as "inGrace", m.rose_on::text as "roseOn",
  m.rose_from as "roseFrom", m.rose_from_until::text as "roseFromUntil", m.lock_id as "lockId", m.lock_key as "lockKey",
  m.lock_until::text as "lockUntil", m.lock_may_rise as "lockMayRise", m.move_no as "moveNo"`;

/** Where one customer stands. */
@Injectable()
export class MembersQueries {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Null when there is no such customer. */
  async find(customerId: string): Promise<CustomerStanding | null> {
    const found = await row<MemberRow & { memberSince: Day }>(
      this.database.em,
      `select (c.created_at at time zone $2)::date::text as "memberSince", ${MEMBER}
       from customers_v c left join tiers_members m on m.customer_id = c.customer_id where c.customer_id = $1`,
      [customerId, this.config.timeZone],
    );
    if (!found) return null;
    const { memberSince, ...member } = found;
    return { memberSince, member: member.moveNo === null ? null : member };
  }
}
