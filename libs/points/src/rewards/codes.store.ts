import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { affected, row, rows } from '@siyu/platform';
import type { CodeState } from './rewards.entities';

/** Codes as lists show them, before they are masked. */
export interface ListedCode {
  codeId: string;
  code: string;
  state: CodeState;
  redemptionId: string | null;
  uploadedAt: Date;
}

export type CodeCounts = Record<CodeState, number>;

/** The pool of codes of a coupon. */
@Injectable()
export class CodesStore {
  /** Adds what is not there yet. @returns how many were added */
  async add(em: EntityManager, rewardId: string, codes: { codeId: string; code: string }[], at: Date): Promise<number> {
    // In one order whoever uploads, so that two files with the same codes wait for each other instead of locking out.
    return affected(
      em,
      `insert into points_reward_codes (reward_id, code_id, code, state, uploaded_at)
       select $1, added.code_id, added.code, 'free', $4
       from unnest($2::uuid[], $3::text[]) as added (code_id, code) order by added.code
       on conflict on constraint points_reward_codes_unique do nothing`,
      [rewardId, codes.map(({ codeId }) => codeId), codes.map(({ code }) => code), at],
    );
  }

  /**
   * Hands codes out, each once: whoever comes at the same moment skips them without waiting. So a code whose redemption is
   * about to fail is not seen by the others, who may hear "sold out" a moment too early; never is one given twice.
   *
   * @returns the codes, fewer than `count` when there are no more
   */
  async take(em: EntityManager, rewardId: string, redemptionId: string, count: number): Promise<string[]> {
    const taken = await rows<{ code: string }>(
      em,
      `with free as (
         select reward_id, code_id from points_reward_codes where reward_id = $1 and state = 'free'
         order by code_id limit $3 for update skip locked
       )
       update points_reward_codes as c set state = 'used', redemption_id = $2 from free
       where c.reward_id = free.reward_id and c.code_id = free.code_id returning c.code`,
      [rewardId, redemptionId, count],
    );
    return taken.map(({ code }) => code);
  }

  /** Codes of a cancelled redemption: those that nobody saw are free again, the others are void. */
  async giveUp(em: EntityManager, rewardId: string, codes: string[], wereShown: boolean): Promise<void> {
    const text = wereShown
      ? `update points_reward_codes set state = 'void' where reward_id = $1 and code = any($2::text[])`
      : `update points_reward_codes set state = 'free', redemption_id = null where reward_id = $1 and code = any($2::text[])`;
    await affected(em, text, [rewardId, codes]);
  }

  async counts(em: EntityManager, rewardId: string): Promise<CodeCounts> {
    const found = await row<CodeCounts>(
      em,
      `select count(*) filter (where state = 'free') as free, count(*) filter (where state = 'used') as used,
         count(*) filter (where state = 'void') as void
       from points_reward_codes where reward_id = $1`,
      [rewardId],
    );
    return found!;
  }

  /** In the order of their upload, behind `after`. */
  list(
    em: EntityManager,
    rewardId: string,
    state: CodeState | null,
    after: string | null,
    limit: number,
  ): Promise<ListedCode[]> {
    return rows<ListedCode>(
      em,
      `select code_id as "codeId", code, state, redemption_id as "redemptionId", uploaded_at as "uploadedAt"
       from points_reward_codes
       where reward_id = $1 and ($2::text is null or state = $2) and ($3::uuid is null or code_id > $3)
       order by code_id limit $4`,
      [rewardId, state, after, limit],
    );
  }
}
