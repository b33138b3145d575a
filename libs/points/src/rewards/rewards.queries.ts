import { Injectable } from '@nestjs/common';
import { badCursor, decodeCursor, isId, pageOf } from '@siyu/kernel';
import { Database, row, rows } from '@siyu/platform';
import { CodesStore } from './codes.store';
import { rewardsErrors } from './domain/errors';
import type { RewardDetail, RewardFields, RewardFigures, RewardPage, RewardsQuery, RewardView } from './rewards.dto';
import type { RewardRow } from './rewards.entities';

/** Of a coupon's free codes so many are counted at most: whether a thousand are left or more is all the same to a list. */
const MAX_COUNTED = 1000;

/** A reward with what is left of it; for any statement over `points_rewards as r`. */
export const REWARD_COLUMNS = `r.reward_id as "rewardId", r.name, r.description, r.picture_url as "pictureUrl", r.kind,
  r.price_points as "pricePoints", r.market_value_cents as "marketValueCents", r.currency, r.limit_total as "limitTotal",
  r.limit_per_period as "limitPerPeriod", r.limit_period as "limitPeriod", r.tiers, r.valid_from as "validFrom",
  r.valid_to as "validTo", r.status, r.sort_order as "sortOrder", r.version, r.created_at as "createdAt",
  r.updated_at as "updatedAt", s.stock, case r.kind when 'coupon' then
    least(s.stock, (select count(*) from (select from points_reward_codes as c
      where c.reward_id = r.reward_id and c.state = 'free' limit ${MAX_COUNTED}) as free))
  else s.stock end as "left"`;

export type ListedReward = RewardRow & { stock: number | null; left: number | null };

/** The catalogue, for those who keep it. */
@Injectable()
export class RewardsQueries {
  constructor(
    private readonly database: Database,
    private readonly codes: CodesStore,
  ) {}

  /** In the order of the shelf. @throws DomainError `page.bad-cursor` (invalid) */
  async page(query: RewardsQuery): Promise<RewardPage> {
    const after = query.cursor ? readShelfCursor(query.cursor) : [null, null];
    const found = await rows<ListedReward>(
      this.database.em,
      `select ${REWARD_COLUMNS} from points_rewards as r left join points_reward_stocks as s on s.reward_id = r.reward_id
       where ($2::text is null or r.status = $2) and ($3::text is null or r.kind = $3)
         and ($4::integer is null or (r.sort_order, r.reward_id) > ($4::integer, $5::uuid))
       order by r.sort_order, r.reward_id limit $1`,
      [query.limit + 1, query.status ?? null, query.kind ?? null, ...after],
    );
    const { items, nextCursor } = pageOf(found, query.limit, shelfPlace);
    const counts = await this.counts(items.map(({ rewardId }) => rewardId));
    const counted = (reward: ListedReward) => ({
      ...rewardView(reward),
      ...(counts.get(reward.rewardId) ?? { redeemed: 0, toShip: 0 }),
    });
    return { items: items.map(counted), nextCursor };
  }

  /** @throws DomainError `points.reward-not-found` (not-found) */
  async get(rewardId: string): Promise<RewardDetail> {
    const found = await row<ListedReward>(
      this.database.em,
      `select ${REWARD_COLUMNS} from points_rewards as r left join points_reward_stocks as s on s.reward_id = r.reward_id
       where r.reward_id = $1`,
      [rewardId],
    );
    if (!found) throw rewardsErrors.notFound();
    const codes = found.kind === 'coupon' ? await this.codes.counts(this.database.em, rewardId) : null;
    return { ...rewardView(found), codes, figures: await this.figures(rewardId) };
  }

  /** Rewards that nobody redeemed are left out. */
  private async counts(rewardIds: string[]): Promise<Map<string, Pick<RewardFigures, 'redeemed' | 'toShip'>>> {
    const found = await rows<{ rewardId: string; redeemed: number; toShip: number }>(
      this.database.em,
      `select reward_id as "rewardId", sum(quantity)::bigint as redeemed,
         count(*) filter (where state = 'requested') as "toShip"
       from points_redemptions where reward_id = any($1::uuid[]) and state <> 'cancelled' group by reward_id`,
      [rewardIds],
    );
    return new Map(found.map(({ rewardId, redeemed, toShip }) => [rewardId, { redeemed, toShip }]));
  }

  private async figures(rewardId: string): Promise<RewardFigures> {
    const found = await row<RewardFigures>(
      this.database.em,
      `select coalesce(sum(quantity), 0)::bigint as redeemed, coalesce(sum(points), 0)::bigint as points,
         coalesce(sum(unit_value_cents * quantity), 0)::bigint as "valueCents",
         count(*) filter (where state = 'requested') as "toShip"
       from points_redemptions where reward_id = $1 and state <> 'cancelled'`,
      [rewardId],
    );
    return found!;
  }
}

export function shelfPlace(reward: { sortOrder: number; rewardId: string }): [number, string] {
  return [reward.sortOrder, reward.rewardId];
}

/** @throws DomainError `page.bad-cursor` (invalid) */
export function readShelfCursor(cursor: string): [number, string] {
  const [sortOrder, rewardId] = decodeCursor(cursor, 2);
  if (!Number.isInteger(sortOrder) || Math.abs(sortOrder as number) > 1e9 || !isId(rewardId)) throw badCursor();
  return [sortOrder as number, rewardId];
}

export function rewardFields(reward: ListedReward): RewardFields {
  return {
    id: reward.rewardId,
    name: reward.name,
    description: reward.description,
    pictureUrl: reward.pictureUrl,
    kind: reward.kind,
    pricePoints: reward.pricePoints,
    left: reward.left,
    limitTotal: reward.limitTotal,
    limitPerPeriod: reward.limitPerPeriod,
    limitPeriod: reward.limitPeriod,
    tiers: reward.tiers,
    validFrom: reward.validFrom?.toISOString() ?? null,
    validTo: reward.validTo?.toISOString() ?? null,
  };
}

function rewardView(reward: ListedReward): RewardView {
  return {
    ...rewardFields(reward),
    marketValueCents: reward.marketValueCents,
    currency: reward.currency,
    stock: reward.stock,
    status: reward.status,
    sortOrder: reward.sortOrder,
    version: reward.version,
    createdAt: reward.createdAt.toISOString(),
    updatedAt: reward.updatedAt.toISOString(),
  };
}
