import type { Act } from './acts';
import type { Books, Writing } from './books';
import { mature, settle } from './dues';
import { ledgerErrors } from './errors';
import { adjust, earn } from './grants';
import { capture, hold, release } from './holds';
import { reverse } from './reversals';
import { spend } from './spends';

/** What has to be read before an act can be decided. */
export interface Needs {
  /** Every open lot. */
  lots: boolean;
  /** Every open hold, with the lots it holds. */
  holds: boolean;
}

/** Acts that only add points to an account that owes nothing to time need no lots. */
export function needsOf(act: Act, isDue: boolean): Needs {
  if (isDue || act.kind === 'settle' || act.kind === 'capture' || act.kind === 'release' || act.kind === 'reverse') {
    return { lots: true, holds: true };
  }
  if (act.kind === 'earn' && mayBeOver(act)) return { lots: true, holds: true };
  return { lots: act.kind !== 'earn' && !(act.kind === 'adjust' && act.points > 0), holds: false };
}

/** An award for something long past may have expired before it is booked. */
function mayBeOver({ occurredAt, expiresAt }: Extract<Act, { kind: 'earn' }>): boolean {
  return Boolean(occurredAt) && expiresAt === undefined;
}

/**
 * Decides one act and carries it out in the books: the entry, or null where none was needed. A refusal leaves the books as
 * they were, but for what was due anyway.
 *
 * @throws DomainError of `ledgerErrors`
 */
export function decide(books: Books, act: Act): Writing | null {
  if (books.account.movedTo) throw ledgerErrors.accountMoved(books.account.movedTo);
  if (act.kind === 'settle' || isDue(books)) settle(books);
  const writing = carryOut(books, act);
  // What was released, or awarded late, may be over already.
  if (isDue(books)) settle(books);
  return writing;
}

function isDue({ account: { dueAt }, now }: Books): boolean {
  return dueAt !== null && dueAt <= now;
}

function carryOut(books: Books, act: Act): Writing | null {
  switch (act.kind) {
    case 'earn':
      return earn(books, act);
    case 'spend':
      return spend(books, act);
    case 'adjust':
      return adjust(books, act);
    case 'hold':
      return hold(books, act);
    case 'capture':
      return capture(books, act);
    case 'release':
      return release(books, act);
    case 'reverse':
      return reverse(books, act);
    case 'mature':
      return mature(books, act);
    case 'settle':
      return null;
  }
}
