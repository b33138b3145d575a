import { rewardsErrors } from './domain/errors';
import type { RewardTerms } from './domain/rewards';
import type { RewardCreation, RewardUpdate, StockChange } from './reward-changes.dto';
import type { StockChangeOf } from './stocks.service';

/** The terms of a new reward, with what was left out. */
export function newTerms(body: RewardCreation): RewardTerms {
  return {
    name: body.name,
    description: body.description ?? '',
    pictureUrl: body.pictureUrl ?? null,
    kind: body.kind,
    pricePoints: body.pricePoints,
    marketValueCents: body.marketValueCents ?? null,
    limitTotal: body.limitTotal ?? null,
    limitPerPeriod: body.limitPerPeriod ?? null,
    limitPeriod: body.limitPeriod ?? null,
    tiers: body.tiers ?? [],
    validFrom: instant(body.validFrom ?? null),
    validTo: instant(body.validTo ?? null),
    sortOrder: body.sortOrder ?? 0,
  };
}

/** Only what the request names. */
export function termChanges(body: RewardUpdate): Partial<RewardTerms> {
  const { expectedVersion: _, validFrom, validTo, ...rest } = body;
  const changes = {
    ...rest,
    ...(validFrom !== undefined ? { validFrom: instant(validFrom) } : {}),
    ...(validTo !== undefined ? { validTo: instant(validTo) } : {}),
  };
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}

/** @throws DomainError `points.reward-invalid` (invalid) unless exactly one kind of change is asked for */
export function stockChange({ delta, limitTo, unlimited }: StockChange): StockChangeOf {
  const asked: StockChangeOf[] = [
    ...(delta !== undefined && delta !== 0 ? [{ delta }] : []),
    ...(limitTo !== undefined ? [{ limitTo }] : []),
    ...(unlimited === true ? [{ unlimited }] : []),
  ] as StockChangeOf[];
  if (asked.length === 1) return asked[0]!;
  throw rewardsErrors.invalid([
    { pointer: '/delta', message: 'or one of limitTo and unlimited must be given, and only one' },
  ]);
}

function instant(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
