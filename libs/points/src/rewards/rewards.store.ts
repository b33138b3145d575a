import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { affected, row } from '@siyu/platform';
import type { RewardStatus, RewardTerms } from './domain/rewards';
import type { RewardRow } from './rewards.entities';

const COLUMNS = `reward_id as "rewardId", name, description, picture_url as "pictureUrl", kind, price_points as "pricePoints",
  market_value_cents as "marketValueCents", currency, limit_total as "limitTotal", limit_per_period as "limitPerPeriod",
  limit_period as "limitPeriod", tiers, valid_from as "validFrom", valid_to as "validTo", status, sort_order as "sortOrder",
  version, created_at as "createdAt", updated_at as "updatedAt"`;

/** Rows of the catalogue. */
@Injectable()
export class RewardsStore {
  find(em: EntityManager, rewardId: string): Promise<RewardRow | null> {
    return row<RewardRow>(em, `select ${COLUMNS} from points_rewards where reward_id = $1`, [rewardId]);
  }

  lock(em: EntityManager, rewardId: string): Promise<RewardRow | null> {
    return row<RewardRow>(em, `select ${COLUMNS} from points_rewards where reward_id = $1 for no key update`, [
      rewardId,
    ]);
  }

  async insert(
    em: EntityManager,
    rewardId: string,
    terms: RewardTerms,
    currency: string | null,
    at: Date,
  ): Promise<void> {
    await affected(
      em,
      `insert into points_rewards (reward_id, name, description, picture_url, kind, price_points, market_value_cents, currency,
         limit_total, limit_per_period, limit_period, tiers, valid_from, valid_to, sort_order, status, version, created_at,
         updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'draft', 1, $16, $16)`,
      [rewardId, ...termValues(terms, currency), at],
    );
  }

  async update(
    em: EntityManager,
    rewardId: string,
    terms: RewardTerms,
    currency: string | null,
    at: Date,
  ): Promise<void> {
    await affected(
      em,
      `update points_rewards set name = $2, description = $3, picture_url = $4, kind = $5, price_points = $6,
         market_value_cents = $7, currency = $8, limit_total = $9, limit_per_period = $10, limit_period = $11, tiers = $12,
         valid_from = $13, valid_to = $14, sort_order = $15, version = version + 1, updated_at = $16
       where reward_id = $1`,
      [rewardId, ...termValues(terms, currency), at],
    );
  }

  async setStatus(em: EntityManager, rewardId: string, status: RewardStatus, at: Date): Promise<void> {
    await affected(
      em,
      `update points_rewards set status = $2, version = version + 1, updated_at = $3 where reward_id = $1`,
      [rewardId, status, at],
    );
  }
}

function termValues(terms: RewardTerms, currency: string | null): unknown[] {
  return [
    terms.name,
    terms.description,
    terms.pictureUrl,
    terms.kind,
    terms.pricePoints,
    terms.marketValueCents,
    terms.marketValueCents === null ? null : currency,
    terms.limitTotal,
    terms.limitPerPeriod,
    terms.limitPeriod,
    terms.tiers,
    terms.validFrom,
    terms.validTo,
    terms.sortOrder,
  ];
}
