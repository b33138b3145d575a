import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError, newId } from '@siyu/kernel';
import { actorLabel, Database, violates, type Actor } from '@siyu/platform';
import { LedgerService } from '../ledger/ledger.service';
import { AnnouncementsService } from './announcements.service';
import type { RedemptionAsk } from './domain/asks';
import { OffersService } from './offers.service';
import { RedemptionsStore } from './redemptions.store';
import { keptRequest, sameRequest, type KeptRequest } from './requests';
import type { RedemptionRow, RewardRow } from './rewards.entities';
import { ShelvesService } from './shelves.service';

/** What one redemption is made of. */
interface Draft {
  redemptionId: string;
  customerId: string;
  actor: Actor;
  ask: RedemptionAsk;
  request: KeptRequest | null;
  reward: RewardRow;
}

/** Points against rewards. */
@Injectable()
export class RedemptionsService {
  constructor(
    private readonly database: Database,
    private readonly store: RedemptionsStore,
    private readonly ledger: LedgerService,
    private readonly offers: OffersService,
    private readonly shelves: ShelvesService,
    private readonly announcements: AnnouncementsService,
  ) {}

  /**
   * Redeems a reward: one transaction, of which a refusal leaves nothing.
   *
   * Locks are taken in the order account, stock, code, and given up at the commit. The account is the customer's own, so
   * waiting for it costs others nothing; the row of the stock is everybody's and is therefore touched last. The other way
   * round one customer with a busy account would hold up all who want the same reward, and a cancellation, which begins at
   * the account, would meet a redemption that began at the stock in a deadlock.
   *
   * @param requestKey the caller's Idempotency-Key: under it the redemption happens once for ever, whether or not the first
   *   answer arrived. (The route's own memory of keys gives that first answer again; but it forgets after 30 days, and a
   *   process that dies between commit and answer leaves it without one. This key is written with the redemption itself.)
   * @throws DomainError what {@link OffersService.find} and {@link ShelvesService.take} throw, `points.insufficient`,
   *   `idempotency.mismatch` (refused), `customers.not-found` (not-found)
   */
  async redeem(actor: Actor, customerId: string, ask: RedemptionAsk, requestKey?: string): Promise<RedemptionRow> {
    const request = requestKey ? keptRequest(actor, requestKey, ask) : null;
    const earlier = request && (await this.store.findByRequest(this.database.em, customerId, request.key));
    if (earlier) return sameRequest(earlier, request);
    try {
      const reward = await this.offers.find(customerId, ask);
      const draft: Draft = { redemptionId: newId(), customerId, actor, ask, request, reward };
      return await this.database.transaction((em) => this.book(em, draft));
    } catch (error) {
      return this.answeredMeanwhile(error, customerId, request);
    }
  }

  /**
   * A request that came twice at the same moment: the second is refused by the constraint on its key, or for want of what the
   * first took away, its points, the last piece, her limit. Either way it gets the answer of the first.
   */
  private async answeredMeanwhile(
    error: unknown,
    customerId: string,
    request: KeptRequest | null,
  ): Promise<RedemptionRow> {
    const isRefused = error instanceof DomainError || violates(error, 'points_redemptions_request_key');
    const first = request && isRefused && (await this.store.findByRequest(this.database.em, customerId, request.key));
    if (!first) throw error;
    return sameRequest(first, request);
  }

  private async book(em: EntityManager, draft: Draft): Promise<RedemptionRow> {
    const { redemptionId, customerId, reward, actor, request } = draft;
    const { quantity, address } = draft.ask;
    const spendSeq = await this.pay(em, draft);
    const taken = await this.shelves.take(em, { redemptionId, customerId, reward, quantity });
    const made = await this.store.insert(em, {
      redemptionId,
      customerId,
      ...snapshot(reward, quantity),
      ...taken,
      address,
      // She reads them in the answer. Staff who ask for her are shown them covered.
      codesShownAt: taken.codes && actor.kind === 'member' ? taken.createdAt : null,
      spendSeq,
      actor: actorLabel(actor),
      requestKey: request?.key ?? null,
      requestHash: request?.hash ?? null,
    });
    await this.announcements.redeemed(em, actor, made);
    return made;
  }

  /** Spends the points, which locks the account; whoever repeats the request at the same moment waits here. */
  private async pay(em: EntityManager, { redemptionId, customerId, actor, ask, reward }: Draft): Promise<number> {
    const [answer] = await this.ledger.postIn(em, [
      {
        kind: 'spend',
        customerId,
        key: `redemption:${redemptionId}`,
        points: reward.pricePoints * ask.quantity,
        reason: reward.name,
        reference: redemptionId,
        source: 'rewards',
        actor: actorLabel(actor),
      },
    ]);
    if ('refusal' in answer!) throw answer.refusal;
    return answer!.entry!.seq;
  }
}

/** The reward as it is now, so that later changes of it leave the redemption alone. */
function snapshot(reward: RewardRow, quantity: number) {
  const { rewardId, name, kind, pricePoints, marketValueCents, currency } = reward;
  return {
    rewardId,
    rewardName: name,
    kind,
    unitPoints: pricePoints,
    unitValueCents: marketValueCents,
    currency: marketValueCents === null ? null : currency,
    quantity,
    points: pricePoints * quantity,
  };
}
