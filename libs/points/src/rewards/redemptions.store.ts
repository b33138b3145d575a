import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { affected, row } from '@siyu/platform';
import { sourcesOf, type Transition } from './domain/fulfilment';
import type { Redeemed } from './domain/rewards';
import type { RedemptionRow } from './rewards.entities';

/** Every column of `points_redemptions`, by the names of its entity. */
export const REDEMPTION_COLUMNS = `customer_id as "customerId", redemption_id as "redemptionId", reward_id as "rewardId",
  reward_name as "rewardName", kind, unit_points as "unitPoints", unit_value_cents as "unitValueCents", currency, quantity, points,
  state, address, codes, codes_shown_at as "codesShownAt", carrier, tracking_no as "trackingNo", spend_seq as "spendSeq",
  give_back_seq as "giveBackSeq", cancel_reason as "cancelReason", actor, request_key as "requestKey",
  request_hash as "requestHash", created_at as "createdAt", shipped_at as "shippedAt", completed_at as "completedAt",
  cancelled_at as "cancelledAt"`;

/** What a redemption begins with; the rest follows from its fulfilment. */
export type NewRedemption = Omit<
  RedemptionRow,
  'carrier' | 'trackingNo' | 'giveBackSeq' | 'cancelReason' | 'shippedAt' | 'cancelledAt'
>;

/** Rows of redemptions. Every transition is one guarded statement: of two at the same moment one happens. */
@Injectable()
export class RedemptionsStore {
  find(em: EntityManager, customerId: string, redemptionId: string): Promise<RedemptionRow | null> {
    return row<RedemptionRow>(
      em,
      `select ${REDEMPTION_COLUMNS} from points_redemptions where customer_id = $1 and redemption_id = $2`,
      [customerId, redemptionId],
    );
  }

  /** Whose redemption it is, for routes that do not know the customer. */
  async customerOf(em: EntityManager, redemptionId: string): Promise<string | null> {
    const text = `select customer_id as "customerId" from points_redemptions where redemption_id = $1`;
    return (await row<{ customerId: string }>(em, text, [redemptionId]))?.customerId ?? null;
  }

  findByRequest(em: EntityManager, customerId: string, requestKey: string): Promise<RedemptionRow | null> {
    return row<RedemptionRow>(
      em,
      `select ${REDEMPTION_COLUMNS} from points_redemptions where customer_id = $1 and request_key = $2`,
      [customerId, requestKey],
    );
  }

  /** @param since when the period of the limit began; null: there is no such limit */
  async redeemed(em: EntityManager, customerId: string, rewardId: string, since: Date | null): Promise<Redeemed> {
    const found = await row<Redeemed>(
      em,
      `select coalesce(sum(quantity), 0)::bigint as total,
         coalesce(sum(quantity) filter (where created_at >= $3), 0)::bigint as "inPeriod"
       from points_redemptions where customer_id = $1 and reward_id = $2 and state <> 'cancelled'`,
      [customerId, rewardId, since],
    );
    return found!;
  }

  async insert(em: EntityManager, one: NewRedemption): Promise<RedemptionRow> {
    const made = await row<RedemptionRow>(
      em,
      `insert into points_redemptions (customer_id, redemption_id, reward_id, reward_name, kind, unit_points, unit_value_cents,
         currency, quantity, points, state, address, codes, codes_shown_at, spend_seq, actor, request_key, request_hash,
         created_at, completed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
       returning ${REDEMPTION_COLUMNS}`,
      [
        one.customerId,
        one.redemptionId,
        one.rewardId,
        one.rewardName,
        one.kind,
        one.unitPoints,
        one.unitValueCents,
        one.currency,
        one.quantity,
        one.points,
        one.state,
        one.address && JSON.stringify(one.address),
        one.codes,
        one.codesShownAt,
        one.spendSeq,
        one.actor,
        one.requestKey,
        one.requestHash,
        one.createdAt,
        one.completedAt,
      ],
    );
    return made!;
  }

  /** @returns the redemption, or null when it is not in a state that leads there */
  ship(
    em: EntityManager,
    customerId: string,
    redemptionId: string,
    parcel: { carrier: string; trackingNo: string },
    at: Date,
  ): Promise<RedemptionRow | null> {
    return this.move(
      em,
      'ship',
      `state = 'shipped', shipped_at = $4, carrier = $5, tracking_no = $6`,
      [customerId, redemptionId],
      [at, parcel.carrier, parcel.trackingNo],
    );
  }

  /** @returns like {@link ship} */
  complete(em: EntityManager, customerId: string, redemptionId: string, at: Date): Promise<RedemptionRow | null> {
    return this.move(em, 'complete', `state = 'completed', completed_at = $4`, [customerId, redemptionId], [at]);
  }

  /** @returns like {@link ship} */
  cancel(
    em: EntityManager,
    transition: 'cancel' | 'cancel-own',
    one: { customerId: string; redemptionId: string },
    facts: { at: Date; giveBackSeq: number | null; reason: string | null },
  ): Promise<RedemptionRow | null> {
    return this.move(
      em,
      transition,
      `state = 'cancelled', cancelled_at = $4, give_back_seq = $5, cancel_reason = $6`,
      [one.customerId, one.redemptionId],
      [facts.at, facts.giveBackSeq, facts.reason],
    );
  }

  private move(
    em: EntityManager,
    transition: Transition,
    changes: string,
    key: [string, string],
    values: unknown[],
  ): Promise<RedemptionRow | null> {
    return row<RedemptionRow>(
      em,
      `update points_redemptions set ${changes}
       where customer_id = $1 and redemption_id = $2 and state = any($3::text[]) returning ${REDEMPTION_COLUMNS}`,
      [...key, sourcesOf(transition), ...values],
    );
  }

  /** Remembers that somebody is about to see the codes, which can't be handed out again after that. */
  async markShown(em: EntityManager, customerId: string, redemptionId: string, at: Date): Promise<void> {
    const text = `update points_redemptions set codes_shown_at = coalesce(codes_shown_at, $3)
       where customer_id = $1 and redemption_id = $2 and state <> 'cancelled' and codes is not null`;
    await affected(em, text, [customerId, redemptionId, at]);
  }
}
