import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit, Events, type Actor } from '@siyu/platform';
import { pointsRedeemed, redemptionCancelled } from './rewards.events';
import type { RedemptionRow } from './rewards.entities';

/**
 * Tells others what became of redemptions, and puts on record what staff did, or (null) the system itself. What members do
 * for themselves is in the ledger. Neither addresses nor codes are ever told.
 */
@Injectable()
export class AnnouncementsService {
  constructor(
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  async redeemed(em: EntityManager, actor: Actor | null, made: RedemptionRow): Promise<void> {
    const { customerId, redemptionId, rewardId, quantity, points } = made;
    await this.events.publish(em, pointsRedeemed, { customerId, redemptionId, rewardId, quantity, points });
    await this.record(em, actor, 'redeem', made, { after: { customerId, rewardId, quantity, points } });
  }

  async cancelled(em: EntityManager, actor: Actor | null, before: RedemptionRow, after: RedemptionRow): Promise<void> {
    const { customerId, redemptionId, rewardId, cancelReason } = after;
    await this.events.publish(em, redemptionCancelled, { customerId, redemptionId, rewardId });
    await this.record(em, actor, 'cancel-redemption', after, {
      before: { state: before.state },
      after: { state: after.state, reason: cancelReason },
    });
  }

  async moved(em: EntityManager, actor: Actor | null, act: 'ship' | 'complete', after: RedemptionRow): Promise<void> {
    const { state, carrier, trackingNo } = after;
    await this.record(em, actor, `${act}-redemption`, after, { after: { state, carrier, trackingNo } });
  }

  /** Somebody of the house looks at an address or codes. */
  async shown(em: EntityManager, actor: Actor, { redemptionId, address, codes }: RedemptionRow): Promise<void> {
    await this.audit.record(em, {
      actor,
      action: 'points.reveal-redemption',
      subject: 'redemption',
      subjectId: redemptionId,
      after: { address: address !== null, codes: codes?.length ?? 0 },
    });
  }

  private async record(
    em: EntityManager,
    actor: Actor | null,
    act: string,
    { redemptionId }: RedemptionRow,
    states: { before?: unknown; after?: unknown },
  ): Promise<void> {
    if (actor?.kind === 'member') return;
    await this.audit.record(em, {
      actor,
      action: `points.${act}`,
      subject: 'redemption',
      subjectId: redemptionId,
      ...states,
    });
  }
}
