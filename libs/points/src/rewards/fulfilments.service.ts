import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Clock } from '@siyu/kernel';
import { actorLabel, CLOCK, Database, type Actor } from '@siyu/platform';
import { LedgerService } from '../ledger/ledger.service';
import { AnnouncementsService } from './announcements.service';
import { rewardsErrors } from './domain/errors';
import { isRestocked, sourcesOf } from './domain/fulfilment';
import { RedemptionsStore } from './redemptions.store';
import type { RedemptionRow } from './rewards.entities';
import { ShelvesService } from './shelves.service';

/** Which redemption: ids of both, since redemptions live with their customer. */
export interface RedemptionKey {
  customerId: string;
  redemptionId: string;
}

export interface Parcel {
  carrier: string;
  trackingNo: string;
}

/** What becomes of redemptions. Doing again what was done already changes nothing and gives the redemption as it is. */
@Injectable()
export class FulfilmentsService {
  constructor(
    private readonly database: Database,
    private readonly store: RedemptionsStore,
    private readonly ledger: LedgerService,
    private readonly shelves: ShelvesService,
    private readonly announcements: AnnouncementsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `points.redemption-not-found` (not-found), `points.redemption-state` (conflict) */
  async ship(actor: Actor | null, { customerId, redemptionId }: RedemptionKey, parcel: Parcel): Promise<RedemptionRow> {
    return this.database.transaction(async (em) => {
      const shipped = await this.store.ship(em, customerId, redemptionId, parcel, this.clock.now());
      if (!shipped) {
        const isSameParcel = ({ state, carrier, trackingNo }: RedemptionRow) =>
          state === 'shipped' && carrier === parcel.carrier && trackingNo === parcel.trackingNo;
        return this.asItIs(em, { customerId, redemptionId }, isSameParcel);
      }
      await this.announcements.moved(em, actor, 'ship', shipped);
      return shipped;
    });
  }

  /** @throws DomainError like {@link ship} */
  async complete(actor: Actor | null, { customerId, redemptionId }: RedemptionKey): Promise<RedemptionRow> {
    return this.database.transaction(async (em) => {
      const completed = await this.store.complete(em, customerId, redemptionId, this.clock.now());
      if (!completed) return this.asItIs(em, { customerId, redemptionId }, ({ state }) => state === 'completed');
      await this.announcements.moved(em, actor, 'complete', completed);
      return completed;
    });
  }

  /**
   * Gives the points back to the lots they were drawn from, then what was taken to the shelf. Locks in the order of
   * {@link RedemptionsService.redeem}: account, redemption, stock. The guarded statement decides against whoever ships the
   * parcel at the same moment; if it comes too late, the points go with the transaction back to where they were.
   *
   * @param restock undefined: unless a parcel has left
   * @throws DomainError like {@link ship}
   */
  async cancel(
    actor: Actor | null,
    { customerId, redemptionId }: RedemptionKey,
    reason: string | null,
    restock?: boolean,
  ): Promise<RedemptionRow> {
    const transition = actor?.kind === 'member' ? 'cancel-own' : 'cancel';
    return this.database.transaction(async (em) => {
      const isCancelled = ({ state }: RedemptionRow) => state === 'cancelled';
      const before = await this.store.find(em, customerId, redemptionId);
      if (!before || !sourcesOf(transition).includes(before.state)) {
        return this.asItIs(em, { customerId, redemptionId }, isCancelled);
      }
      const giveBackSeq = await this.giveBack(em, actor, before, reason);
      const facts = { at: this.clock.now(), giveBackSeq, reason };
      const cancelled = await this.store.cancel(em, transition, before, facts);
      if (!cancelled) return this.asItIs(em, before, isCancelled);
      await this.shelves.putBack(em, cancelled, restock ?? isRestocked(cancelled.kind, stateBefore(cancelled)));
      await this.announcements.cancelled(em, actor, { ...before, state: stateBefore(cancelled) }, cancelled);
      return cancelled;
    });
  }

  /** @returns the entry that gave the points back; null when somebody had given all of them back by hand */
  private async giveBack(
    em: EntityManager,
    actor: Actor | null,
    { customerId, redemptionId, rewardName, spendSeq }: RedemptionRow,
    reason: string | null,
  ): Promise<number | null> {
    const [answer] = await this.ledger.postIn(em, [
      {
        kind: 'reverse',
        customerId,
        key: `redemption:${redemptionId}:cancel`,
        // Who cancels at the same moment gives other reasons; the points come back once.
        anyContent: true,
        seq: spendSeq,
        atMost: true,
        reason: reason ?? rewardName,
        reference: redemptionId,
        source: 'rewards',
        actor: actorLabel(actor),
      },
    ]);
    if ('refusal' in answer!) throw answer.refusal;
    return answer!.entry?.seq ?? null;
  }

  private async asItIs(
    em: EntityManager,
    { customerId, redemptionId }: RedemptionKey,
    isDone: (one: RedemptionRow) => boolean,
  ): Promise<RedemptionRow> {
    const found = await this.store.find(em, customerId, redemptionId);
    if (!found) throw rewardsErrors.redemptionNotFound();
    if (!isDone(found)) throw rewardsErrors.redemptionState(found.state);
    return found;
  }
}

/** The state out of which it was cancelled, as the row itself tells: it may have been shipped since it was read. */
function stateBefore({ kind, shippedAt, completedAt }: RedemptionRow): RedemptionRow['state'] {
  if (completedAt) return 'completed';
  return kind === 'goods' && !shippedAt ? 'requested' : 'shipped';
}
