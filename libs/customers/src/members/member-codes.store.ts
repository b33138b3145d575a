import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { affected, row } from '@siyu/platform';
import { CODE_TRIES, type Quota } from './domain/codes';

const SWEEP_BATCH = 10_000;

/** Every write and read of `customers_member_codes` and `customers_member_throttles`. */
@Injectable()
export class MemberCodesStore {
  /** Replaces the code of a phone. */
  async put(em: EntityManager, phoneKey: string, codeHash: string, at: Date, expiresAt: Date): Promise<void> {
    await affected(
      em,
      `insert into customers_member_codes (phone_key, code_hash, sent_at, expires_at, tries, used_at)
       values ($1, $2, $3, $4, 0, null)
       on conflict (phone_key) do update set code_hash = excluded.code_hash, sent_at = excluded.sent_at,
         expires_at = excluded.expires_at, tries = 0, used_at = null`,
      [phoneKey, codeHash, at, expiresAt],
    );
  }

  async drop(em: EntityManager, phoneKey: string): Promise<void> {
    await affected(em, 'delete from customers_member_codes where phone_key = $1', [phoneKey]);
  }

  /**
   * Counts a try and uses the code up when it fits, in one statement: of any number of simultaneous tries with the right
   * code one gets it. Null when there is no code that is still good for anything.
   */
  async try(
    em: EntityManager,
    phoneKey: string,
    codeHash: string,
    now: Date,
  ): Promise<{ fits: boolean; triesLeft: number } | null> {
    return row<{ fits: boolean; triesLeft: number }>(
      em,
      `update customers_member_codes set tries = tries + 1, used_at = case when code_hash = $2 then $3::timestamptz end
       where phone_key = $1 and used_at is null and tries < $4 and expires_at > $3
       returning code_hash = $2 as fits, $4 - tries as "triesLeft"`,
      [phoneKey, codeHash, now, CODE_TRIES],
    );
  }

  /** Counts one more in the window of the quota. @returns seconds to wait when it is used up, null when it was counted */
  async claim(em: EntityManager, key: string, quota: Quota, now: Date): Promise<number | null> {
    const begun = new Date(now.getTime() - quota.windowSeconds * 1000);
    const claimed = await row(
      em,
      `insert into customers_member_throttles as t (key, started_at, count) values ($1, $2, 1)
       on conflict (key) do update set
         count = case when t.started_at <= $3 then 1 else t.count + 1 end,
         started_at = case when t.started_at <= $3 then $2 else t.started_at end
       where t.started_at <= $3 or t.count < $4
       returning count`,
      [`${quota.name}:${key}`, now, begun, quota.most],
    );
    if (claimed) return null;
    const found = await row<{ started_at: Date }>(
      em,
      'select started_at from customers_member_throttles where key = $1',
      [`${quota.name}:${key}`],
    );
    return Math.max(1, Math.ceil(((found?.started_at ?? now).getTime() - begun.getTime()) / 1000));
  }

  async takeBack(em: EntityManager, key: string, quota: Quota): Promise<void> {
    await affected(em, 'update customers_member_throttles set count = greatest(count - 1, 0) where key = $1', [
      `${quota.name}:${key}`,
    ]);
  }

  /** Removes a batch of codes and counts that no longer matter. */
  async sweep(em: EntityManager, before: Date): Promise<number> {
    const codes = await affected(
      em,
      `delete from customers_member_codes where phone_key in (
         select phone_key from customers_member_codes where expires_at < $1 order by expires_at limit $2)`,
      [before, SWEEP_BATCH],
    );
    const throttles = await affected(
      em,
      `delete from customers_member_throttles where key in (
         select key from customers_member_throttles where started_at < $1 order by started_at limit $2)`,
      [before, SWEEP_BATCH],
    );
    return codes + throttles;
  }
}
