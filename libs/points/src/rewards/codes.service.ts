import { Inject, Injectable } from '@nestjs/common';
import { decodeIdCursor, newId, pageOf, type Clock } from '@siyu/kernel';
import { Audit, CLOCK, Database, type Actor } from '@siyu/platform';
import type { CodePage, CodesAdded, CodesQuery } from './codes.dto';
import { CodesStore } from './codes.store';
import { maskCode, readCodes } from './domain/codes';
import { rewardsErrors } from './domain/errors';
import { RewardsStore } from './rewards.store';

/** The codes that coupons hand out. Codes are worth money: they never go into logs or the record of acts. */
@Injectable()
export class CodesService {
  constructor(
    private readonly database: Database,
    private readonly store: CodesStore,
    private readonly rewards: RewardsStore,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Adds the codes of a file, all or none; those that are there already are skipped and counted, so that a file may be sent
   * again.
   *
   * @throws DomainError `points.reward-not-found` (not-found), `points.codes-not-taken` (refused), `points.codes-unreadable`,
   *   `points.codes-invalid`, `points.codes-missing` (invalid), `points.codes-too-many` (too-large)
   */
  async add(actor: Actor | null, rewardId: string, file: Uint8Array): Promise<CodesAdded> {
    const { codes, repeated } = readCodes(decoded(file));
    return this.database.transaction(async (em) => {
      const reward = await this.rewards.lock(em, rewardId);
      if (!reward) throw rewardsErrors.notFound();
      if (reward.kind !== 'coupon') throw rewardsErrors.notForCodes();
      const numbered = codes.map((code) => ({ codeId: newId(), code }));
      const added = await this.store.add(em, rewardId, numbered, this.clock.now());
      const duplicates = codes.length - added + repeated;
      await this.audit.record(em, {
        actor,
        action: 'points.add-codes',
        subject: 'reward',
        subjectId: rewardId,
        after: { added, duplicates },
      });
      return { added, duplicates, free: (await this.store.counts(em, rewardId)).free };
    });
  }

  /** @throws DomainError `points.reward-not-found` (not-found), `page.bad-cursor` (invalid) */
  async page(rewardId: string, query: CodesQuery): Promise<CodePage> {
    const em = this.database.em;
    const after = query.cursor ? decodeIdCursor(query.cursor) : null;
    if (!(await this.rewards.find(em, rewardId))) throw rewardsErrors.notFound();
    const found = await this.store.list(em, rewardId, query.state ?? null, after, query.limit + 1);
    const { items, nextCursor } = pageOf(found, query.limit, ({ codeId }) => [codeId]);
    return {
      items: items.map(({ codeId, code, state, redemptionId, uploadedAt }) => ({
        id: codeId,
        code: maskCode(code),
        state,
        redemptionId,
        uploadedAt: uploadedAt.toISOString(),
      })),
      nextCursor,
    };
  }
}

function decoded(file: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    throw rewardsErrors.codesUnreadable();
  }
}
