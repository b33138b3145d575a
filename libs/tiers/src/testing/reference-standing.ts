import type { Day } from '@siyu/kernel';
import type { MoveFigures, MoveKind } from '../evaluation/domain/moves';
import { translate, type LadderVersion } from '../ladders/domain/ladder';

/*
 * "Everybody stands somewhere", "Locks lie over it" and "History" of decision 12: what is written down of a customer, and how
 * a lock covers it.
 *
 * Example: gold is laid over silver until 30 June. On 1 May silver is lost: a move from gold to gold, below it from silver to
 * the lowest tier. On 1 July the lock is over: a move from gold to the lowest tier.
 */

export interface ReferenceLock {
  tierKey: string;
  /** The last day on which it lies over what the rules decided. */
  until: Day;
  mayRise: boolean;
}

/** What the rules decided. */
export interface Own {
  key: string;
  ladderId: string;
  version: number;
  validUntil: Day | null;
  inGrace: boolean;
  /** Of a rise that a refund may still undo. */
  rose: { on: Day; from: string; fromUntil: Day | null } | null;
}

export interface ReferenceMove {
  kind: MoveKind;
  at: Date;
  /** The tier that counted before and after. */
  from: string;
  to: string;
  ownFrom: string;
  ownTo: string;
  ladderId: string;
  version: number;
  validUntil: Day | null;
  figures: MoveFigures | null;
}

/** Where one customer stands and how she came there. */
export class ReferenceStanding {
  own: Own | null = null;
  lock: ReferenceLock | null = null;
  readonly moves: ReferenceMove[] = [];

  /** The tier that counts: that of the rules, unless a lock lies over it. */
  counting(version: LadderVersion): string {
    const { terms } = version;
    const own = translate(terms, this.own?.key ?? terms.tiers[0]!.key);
    if (!this.lock) return terms.tiers[own]!.key;
    const locked = translate(terms, this.lock.tierKey);
    return terms.tiers[this.lock.mayRise ? Math.max(own, locked) : locked]!.key;
  }

  /** Writes down what the rules decided. */
  decide(kind: MoveKind, at: Date, version: LadderVersion, own: Own, figures: MoveFigures | null): void {
    if (kind === 'restated' && this.changesNothing(version, own)) this.own = own;
    else this.write(kind, at, version, figures, () => (this.own = own));
  }

  cover(kind: 'locked' | 'unlocked', at: Date, version: LadderVersion, lock: ReferenceLock | null): void {
    this.write(kind, at, version, null, () => (this.lock = lock));
  }

  /** The lock is over: what the rules decided shows again. */
  endLock(at: Date, version: LadderVersion): void {
    this.write('lock-ended', at, version, null, () => (this.lock = null));
  }

  /** That she stands by another version is no change that anybody is told of. */
  private changesNothing(version: LadderVersion, { key, validUntil }: Own): boolean {
    const isSame = this.own?.key === key && this.own.validUntil === validUntil;
    return isSame && this.counting(version) === this.moves.at(-1)!.to;
  }

  private write(
    kind: MoveKind,
    at: Date,
    version: LadderVersion,
    figures: MoveFigures | null,
    change: () => unknown,
  ): void {
    const lowest = version.terms.tiers[0]!.key;
    const last = this.moves.at(-1);
    const from = last?.to ?? lowest;
    const ownFrom = this.own?.key ?? lowest;
    change();
    this.own ??= {
      key: lowest,
      ladderId: version.ladderId,
      version: version.version,
      validUntil: null,
      inGrace: false,
      rose: null,
    };
    this.moves.push({
      kind,
      // history is read in the order of what counts from when, and no version decides what was before it came
      at: latest(at, last?.at ?? at, kind === 'lock-ended' ? at : version.effectiveFrom),
      from,
      to: this.counting(version),
      ownFrom,
      ownTo: this.own.key,
      ladderId: this.own.ladderId,
      version: this.own.version,
      validUntil: this.own.validUntil,
      figures,
    });
  }
}

function latest(...moments: Date[]): Date {
  return moments.reduce((one, other) => (other > one ? other : one));
}
