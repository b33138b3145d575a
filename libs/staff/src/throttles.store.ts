import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { affected, row } from '@siyu/platform';
import { closureTable, type Patience } from './domain/lockout';

const SWEEP_BATCH = 10_000;

export interface Claim {
  /** Until when the way is closed should this attempt fail; null when it would stay open. */
  closedUntil: Date | null;
}

/** Name of an account's failures: the hash of its e-mail, whether there is such an account or not. */
export function accountKey(email: string): string {
  return `account:${digest(email)}`;
}

/** Name of the failures that come from one network. */
export function addressKey(network: string): string {
  return `address:${digest(network)}`;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Every write and locked read of `staff_throttles`. */
@Injectable()
export class ThrottlesStore {
  /**
   * Counts an attempt as failed before it is made, so that of any number of simultaneous attempts no more get through than
   * the rule allows; a success takes the count back. Null when the way is closed: then nothing was counted.
   */
  async claim(em: EntityManager, key: string, patience: Patience, now: Date): Promise<Claim | null> {
    const claimed = await row<{ blocked_until: Date | null }>(
      em,
      `insert into staff_throttles as t (key, failures, failed_at, blocked_until) values ($1, 1, $2, null)
       on conflict (key) do update set
         failures = case when t.failed_at > $2::timestamptz - make_interval(secs => $4) then t.failures + 1 else 1 end,
         failed_at = $2,
         blocked_until = case when t.failed_at > $2::timestamptz - make_interval(secs => $4)
           then $2::timestamptz + make_interval(secs => nullif(($3::int[])[least(t.failures + 1, cardinality($3::int[]))], 0))
         end
       where t.blocked_until is null or t.blocked_until <= $2
       returning blocked_until`,
      [key, now, closureTable(patience), patience.forgetAfterSeconds],
    );
    return claimed && { closedUntil: claimed.blocked_until };
  }

  async closedUntil(em: EntityManager, key: string): Promise<Date | null> {
    const found = await row<{ blocked_until: Date | null }>(
      em,
      'select blocked_until from staff_throttles where key = $1',
      [key],
    );
    return found?.blocked_until ?? null;
  }

  /** Takes one claimed failure back and opens the way. */
  async takeBack(em: EntityManager, key: string): Promise<void> {
    await affected(
      em,
      'update staff_throttles set failures = greatest(failures - 1, 0), blocked_until = null where key = $1',
      [key],
    );
  }

  /** @returns whether there was anything to forget */
  async forget(em: EntityManager, key: string): Promise<boolean> {
    return (await affected(em, 'delete from staff_throttles where key = $1', [key])) > 0;
  }

  /** Removes a batch of what no longer counts. */
  async sweep(em: EntityManager, olderThan: Date): Promise<number> {
    return affected(
      em,
      `delete from staff_throttles where key in (
         select key from staff_throttles where failed_at < $1 order by failed_at limit $2)`,
      [olderThan, SWEEP_BATCH],
    );
  }
}
