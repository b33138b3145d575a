import type { Day } from '@siyu/kernel';
import type { LadderVersion } from '../ladders/domain/ladder';
import { ReferenceStanding, type ReferenceLock } from './reference-standing';
import { Steps, type Look } from './reference-steps';

/*
 * Decision 12 once more, as plainly as it can be put: one customer, in memory, every figure counted anew, no code shared with
 * the evaluation that it is compared with. The headings are those of the page; where the page leaves a choice, the comment
 * says which one was made and why.
 *
 * Example: silver from 1,000.00 in 12 rolling months, for 12 months. 1,000.00 paid and looked at on 2026-03-15: she rose, from
 * that moment, until 2027-03-14. Looked at again on 2028-06-01, after nothing more was paid: what lifted her was paid within
 * the validity that it began, so it kept her on 2027-03-15; on 2028-03-15 she fell.
 */

/** One customer. */
export class ReferenceTiers {
  readonly standing = new ReferenceStanding();
  /** Keys of entry gifts that were paid: `silver`, or `silver:2026` where they are paid once a year. */
  readonly gifts = new Set<string>();

  constructor(
    private readonly versions: LadderVersion[],
    private readonly timeZone: string,
  ) {}

  /** "One step at a time": the first step that applies is done; then she is looked at again until none does. */
  look(look: Look): void {
    const version = inForce(this.versions, look.now);
    if (!version) return;
    const steps = new Steps(this.standing, this.gifts, version, look, this.timeZone);
    while (steps.endLock() || steps.restate() || steps.endValidity() || steps.undo() || steps.rise());
  }

  /** Staff lays a lock over where she stands, or takes it away. */
  lock(now: Date, lock: ReferenceLock | null): void {
    this.standing.cover(lock ? 'locked' : 'unlocked', now, inForce(this.versions, now)!, lock);
  }

  /** A standing that another system promised her: nothing in it can be undone by a refund. */
  import(now: Date, key: string, validUntil: Day | null): void {
    const version = inForce(this.versions, now)!;
    const { ladderId, version: number, terms } = version;
    // the lowest tier never ends
    const lastDay = key === terms.tiers[0]!.key ? null : validUntil;
    const own = { key, ladderId, version: number, validUntil: lastDay, inGrace: false, rose: null };
    this.standing.decide('imported', now, version, own, null);
  }
}

/** "One ladder is in force": of those that began the one that began last, of several the one published last. */
export function inForce(versions: LadderVersion[], now: Date): LadderVersion | null {
  let found: LadderVersion | null = null;
  for (const version of versions) {
    if (version.effectiveFrom > now) continue;
    const later = found ? version.effectiveFrom.getTime() - found.effectiveFrom.getTime() : 1;
    if (later > 0 || (later === 0 && version.publishedAt > found!.publishedAt)) found = version;
  }
  return found;
}
