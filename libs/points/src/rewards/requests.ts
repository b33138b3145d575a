import { createHash } from 'node:crypto';
import { actorLabel, type Actor } from '@siyu/platform';
import { rewardsErrors } from './domain/errors';
import type { RedemptionAsk } from './domain/asks';
import type { RedemptionRequest } from './redemptions.dto';
import type { RedemptionRow } from './rewards.entities';

/** The caller's Idempotency-Key and what was asked under it, as they are kept with the redemption. */
export interface KeptRequest {
  key: string;
  hash: string;
}

/** Keys belong to their caller: a member and the staff who helps her may choose the same one. */
export function keptRequest(actor: Actor, key: string, ask: RedemptionAsk): KeptRequest {
  const { rewardId, quantity, address, expectedPoints } = ask;
  const place = address && [address.name, address.phone, address.region, address.detail];
  const asked = JSON.stringify([rewardId, quantity, place, expectedPoints]);
  return { key: `${actorLabel(actor)} ${key}`, hash: createHash('sha256').update(asked).digest('hex') };
}

/** @throws DomainError `idempotency.mismatch` (refused) when something else was asked under the key */
export function sameRequest(earlier: RedemptionRow, { hash }: KeptRequest): RedemptionRow {
  if (earlier.requestHash !== hash) throw rewardsErrors.mismatch();
  return earlier;
}

/** What a request asks for, with what was left out. */
export function askOf({ rewardId, quantity, address, expectedPoints }: RedemptionRequest): RedemptionAsk {
  const place = address && { name: address.name, phone: address.phone, region: address.region, detail: address.detail };
  return { rewardId, quantity: quantity ?? 1, address: place ?? null, expectedPoints: expectedPoints ?? null };
}
