import { addDays, DomainError, startOfDay, type Day } from '@siyu/kernel';
import type { Act } from '../../ledger/domain/acts';
import { limits } from '../../ledger/domain/limits';

/**
 * An opening balance: points that a customer had elsewhere before she comes here. Each is one award under the number that it
 * has in its source, so that a file can be sent again.
 *
 * Example: 500 points, last day 2026-12-31, number 17 of `pos`: an award of 500 that ends when 2027-01-01 begins, booked under
 * `import:pos:17`.
 */
export interface Opening {
  source: string;
  externalId: string;
  points: number;
  /** The last day on which they can be spent; left out: as the programme has it. */
  lastDay?: Day;
  reason?: string;
}

export const OPENING_REASON = '期初积分';

/** @throws DomainError `points.opening-invalid` (invalid) */
export function checkOpening({ points, lastDay }: Opening, today: Day): void {
  if (points < 1 || points > limits.points) throw invalid(`points must be 1 to ${limits.points}`);
  if (lastDay !== undefined && lastDay < today)
    throw invalid(`points that ended with ${lastDay} are not brought along`);
}

export function actOf(opening: Opening, customerId: string, timeZone: string): Extract<Act, { kind: 'earn' }> {
  const { source, externalId, points, lastDay, reason = OPENING_REASON } = opening;
  const ends = lastDay === undefined ? {} : { expiresAt: startOfDay(addDays(lastDay, 1), timeZone) };
  const key = `import:${source}:${externalId}`;
  return {
    kind: 'earn',
    customerId,
    key,
    points,
    reason,
    reference: externalId,
    source: 'import',
    actor: 'system',
    ...ends,
  };
}

function invalid(detail: string): DomainError {
  return new DomainError('points.opening-invalid', 'invalid', `${detail[0]!.toUpperCase()}${detail.slice(1)}.`);
}
