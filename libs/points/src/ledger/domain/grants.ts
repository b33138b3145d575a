import { expiryOf } from '../../programme/domain/expiry';
import type { Act } from './acts';
import type { Books, Writing } from './books';
import { ledgerErrors } from './errors';

/**
 * Points that come in. Available points first pay what the customer owes; pending points pay nothing until they mature.
 *
 * Example: a customer owes 30 and earns 100. The entry says +100, the balance goes from -30 to 70, the lot keeps 70 of 100.
 */
type Earn = Extract<Act, { kind: 'earn' }>;
type Adjust = Extract<Act, { kind: 'adjust' }>;

/** @throws DomainError `points.expiry-in-the-past` (invalid), `points.too-many` (refused) */
export function earn(books: Books, act: Earn): Writing {
  const { now } = books;
  const availableAt = act.availableAt === undefined ? now : act.availableAt;
  const pending = availableAt === null || availableAt > now;
  const { expiresAt, idleMonths } =
    act.expiresAt === undefined
      ? expiryOf(books.programme, act.occurredAt ?? now)
      : { expiresAt: act.expiresAt, idleMonths: null };
  if (act.expiresAt && act.expiresAt <= (availableAt && availableAt > now ? availableAt : now)) {
    throw ledgerErrors.expiryInThePast();
  }
  refuseOverflow(books, act.points);
  const lot = books.grant({ granted: act.points, pending, availableAt, expiresAt, idleMonths });
  books.account.activeAt = now;
  books.expect(pending ? availableAt?.getTime() : books.endOf(lot));
  const about = { availableAt, expiresAt, breakdown: act.breakdown ?? null };
  if (pending) return books.write('earn', act, { ...about, pendingPoints: act.points });
  return books.write('earn', act, { ...about, points: act.points, debtPoints: -books.repay(act.points) });
}

/**
 * A correction by hand: up it grants a lot, down it draws like a spend.
 *
 * @throws DomainError `points.adjustment-of-nothing` (invalid), `points.insufficient`, `points.too-many` (refused)
 */
export function adjust(books: Books, act: Adjust): Writing {
  if (act.points === 0) throw ledgerErrors.adjustmentOfNothing();
  if (act.points < 0) {
    if (-act.points > books.spendable) throw ledgerErrors.insufficient(-act.points, books.spendable);
    books.draw(-act.points);
    return books.write('adjust', act, { points: act.points });
  }
  refuseOverflow(books, act.points);
  const { expiresAt, idleMonths } = expiryOf(books.programme, books.now);
  const lot = books.grant({ granted: act.points, pending: false, availableAt: books.now, expiresAt, idleMonths });
  books.expect(books.endOf(lot));
  const debtPoints = -books.repay(act.points);
  return books.write('adjust', act, { points: act.points, debtPoints, availableAt: books.now, expiresAt });
}

/** A lifetime total or the sum of all points must stay countable; checked before anything is touched. */
function refuseOverflow({ account }: Books, points: number): void {
  const most = Math.max(account.earned, account.adjusted, account.transferred, account.balance, account.pending);
  if (most + Math.max(0, account.pending) + points > Number.MAX_SAFE_INTEGER) throw ledgerErrors.tooMany();
}
