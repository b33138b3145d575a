import type { Act } from './acts';
import type { Books, Writing } from './books';
import { ledgerErrors } from './errors';

type Spend = Extract<Act, { kind: 'spend' }>;

/**
 * Points that go out: soonest expiry first, never-expiring last, then the oldest.
 *
 * Example: lots of 50 (ends in May) and 80 (ends in March); spending 100 takes 80 from March and 20 from May.
 *
 * @throws DomainError `points.insufficient` (refused)
 */
export function spend(books: Books, act: Spend): Writing {
  if (act.points > books.spendable) throw ledgerErrors.insufficient(act.points, books.spendable);
  books.draw(act.points);
  books.account.activeAt = books.now;
  return books.write('spend', act, { points: -act.points });
}
