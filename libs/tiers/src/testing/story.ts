import { dayOf, instantOf, type Day } from '@siyu/kernel';
import type { LadderVersion } from '../ladders/domain/ladder';
import { knownBy, type History, type PastGrowth, type PastOrder } from './history';
import { ReferenceTiers } from './reference';
import type { Own, ReferenceLock, ReferenceMove } from './reference-standing';

/*
 * A customer's life with dates written out, and what must have become of her, told so that one can check it with a calendar.
 *
 * Example of a move: `2026-03-15 10:00 rose basic → silver until 2027-03-14`. Under a lock it is followed by what the rules
 * decided: `(own gold → silver)`.
 */

/** Somebody looks; or staff does something and then somebody looks. */
export type Act =
  | string
  | { at: string; lock: ReferenceLock | null }
  | { at: string; import: string; validUntil: Day | null }
  | { at: string; orders: PastOrder[] }
  | { at: string; placement: true };

export interface Story {
  timeZone: string;
  versions: LadderVersion[];
  memberSince: string;
  orders: PastOrder[];
  growth: PastGrowth[];
  acts: Act[];
}

/** What became of a customer, in words. */
export interface Outcome {
  moves: string[];
  /** `silver until 2027-03-14`, `gold in grace since 2027-03-14` */
  stands: string;
  /** Keys of entry gifts. */
  gifts: string[];
}

/** What somebody who carries out acts must be able to do, for one customer. */
export interface Teller {
  look(now: Date, history: History, isPlacement: boolean): Promise<void> | void;
  lock(now: Date, history: History, lock: ReferenceLock | null): Promise<void> | void;
  import(now: Date, key: string, validUntil: Day | null): Promise<void> | void;
  outcome(): Promise<Outcome> | Outcome;
}

export function momentOf(act: Act): Date {
  return new Date(typeof act === 'string' ? act : act.at);
}

/** Tells the story to somebody and asks what became of her. */
export async function tell({ memberSince, orders, growth, acts }: Story, teller: Teller): Promise<Outcome> {
  let history: History = { memberSince: new Date(memberSince), orders, growth };
  for (const act of acts) {
    const now = momentOf(act);
    if (typeof act === 'string') await teller.look(now, history, false);
    else if ('lock' in act) await teller.lock(now, history, act.lock);
    else if ('import' in act) await teller.import(now, act.import, act.validUntil);
    else if ('orders' in act) {
      history = { ...history, orders: act.orders };
      await teller.look(now, history, false);
    } else await teller.look(now, history, true);
  }
  return teller.outcome();
}

/** The reference evaluator listens. */
export function inMemory({ versions, timeZone }: Pick<Story, 'versions' | 'timeZone'>): Teller {
  const reference = new ReferenceTiers(versions, timeZone);
  const look = (now: Date, history: History, isPlacement: boolean) =>
    reference.look({ now, facts: knownBy(history, now), isPlacement });
  return {
    look,
    lock: (now, history, lock) => {
      look(now, history, false);
      reference.lock(now, lock);
    },
    import: (now, key, validUntil) => reference.import(now, key, validUntil),
    outcome: () => {
      const { own, moves } = reference.standing;
      const gifts = [...reference.gifts].map((key) => `entry:${key}`);
      return outcome({ moves, own, gifts }, timeZone);
    },
  };
}

export function outcome(
  { moves, own, gifts }: { moves: ReferenceMove[]; own: Own | null; gifts: string[] },
  timeZone: string,
): Outcome {
  const key = moves.at(-1)?.to;
  const until = own?.validUntil ? ` ${own.inGrace ? 'in grace since' : 'until'} ${own.validUntil}` : '';
  return {
    moves: moves.map((move) => inWords(move, timeZone)),
    stands: key ? `${key}${until}` : 'never moved',
    gifts: [...gifts].sort(),
  };
}

function inWords({ kind, at, from, to, ownFrom, ownTo, validUntil }: ReferenceMove, timeZone: string): string {
  const tiers = from === to ? to : `${from} → ${to}`;
  const own = ownTo === to && ownFrom === from ? '' : ` (own ${ownFrom === ownTo ? ownTo : `${ownFrom} → ${ownTo}`})`;
  return `${wallTime(at, timeZone)} ${kind} ${tiers}${validUntil ? ` until ${validUntil}` : ''}${own}`;
}

/** `2026-03-15 10:00` in the zone of the house. */
function wallTime(at: Date, timeZone: string): string {
  const day = dayOf(at, timeZone);
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);
  const midnight = instantOf(Date.parse(`${day}T00:00:00Z`), timeZone);
  return midnight.getTime() === at.getTime() ? day : `${day} ${time}`;
}
