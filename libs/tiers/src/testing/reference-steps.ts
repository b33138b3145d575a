import { addDays, dayOf, startOfDay, type Day } from '@siyu/kernel';
import type { MoveKind } from '../evaluation/domain/moves';
import { translate, type LadderTerms, type LadderVersion, type Tier } from '../ladders/domain/ladder';
import type { Facts } from './history';
import { entryDay, lastDayOf } from './reference-days';
import { ReferenceFigures, type Span } from './reference-figures';
import type { Own, ReferenceStanding } from './reference-standing';

/** Somebody evaluates: what is known by now. */
export interface Look {
  now: Date;
  facts: Facts;
  /** The first evaluation of the whole base, which places everybody. */
  isPlacement?: boolean;
}

/** The steps of "One step at a time", each telling whether it applied. */
export class Steps {
  private readonly terms: LadderTerms;
  private readonly figures: ReferenceFigures;
  private readonly today: Day;

  constructor(
    private readonly standing: ReferenceStanding,
    private readonly gifts: Set<string>,
    private readonly version: LadderVersion,
    private readonly look: Look,
    private readonly timeZone: string,
  ) {
    this.terms = version.terms;
    this.today = dayOf(look.now, timeZone);
    this.figures = new ReferenceFigures(look.facts, version.terms, timeZone);
  }

  /** 0. Lock over: what the rules decided shows again. */
  endLock(): boolean {
    const { lock } = this.standing;
    if (!lock || this.today <= lock.until) return false;
    this.standing.endLock(this.startOf(addDays(lock.until, 1)), this.version);
    return true;
  }

  /** 1. Restated: she stands by another version than the one in force. */
  restate(): boolean {
    const { own } = this.standing;
    const { ladderId, version, effectiveFrom } = this.version;
    if (!own || (own.ladderId === ladderId && own.version === version)) return false;
    const { atStart, validity } = this.terms;
    const begins = dayOf(effectiveFrom, this.timeZone);
    const present = translate(this.terms, own.key);
    const rank = atStart.kind === 're-evaluate' ? this.reevaluated(present) : present;
    const wouldFall = rank < present;
    const heldUntil = atStart.kind === 're-evaluate' ? atStart.grandfatherUntil : null;
    if (wouldFall && heldUntil) this.restated(present, heldUntil);
    else if (wouldFall) this.restated(rank, this.lastDay(begins));
    else this.restated(rank, validity.kind === 'unlimited' ? null : (own.validUntil ?? this.lastDay(begins)));
    return true;
  }

  private restated(rank: number, lastDay: Day | null): void {
    const own = this.standing.own!;
    const validUntil = rank === 0 ? null : lastDay;
    const inGrace = own.inGrace && validUntil === own.validUntil;
    // a rise made under an earlier version can no longer be undone
    const decided = { validUntil, inGrace, rose: null };
    this.decide('restated', this.version.effectiveFrom, rank, { ...decided, span: this.enter });
  }

  /**
   * The highest that is earned, or that is not above her present one and whose keeping threshold the enter figures meet. Where
   * that is above her present one it is a rise, which is a step of its own, with its gifts.
   */
  private reevaluated(present: number): number {
    const highest = this.highest(
      (tier, rank) =>
        this.figures.meetEntry(tier, this.enter) || (rank <= present && this.figures.meetKeeping(tier, this.enter)),
    );
    return Math.min(highest, present);
  }

  /** 2. End of validity: today is later than her last day. */
  endValidity(): boolean {
    const { own } = this.standing;
    if (!own?.validUntil || this.today <= own.validUntil) return false;
    const rank = this.rank(own);
    const lastOfGrace = addDays(own.validUntil, this.terms.graceDays);
    const keep: Span = { asOf: own.validUntil, lastDay: lastOfGrace };
    if (this.terms.atEnd === 'keep' || this.figures.meetKeeping(this.terms.tiers[rank]!, keep)) {
      return this.beginsOn(addDays(own.validUntil, 1), 'kept', rank, keep);
    }
    if (this.today <= lastOfGrace) {
      if (own.inGrace) return false;
      const at = this.startOf(addDays(own.validUntil, 1));
      this.decide('grace', at, rank, { ...own, inGrace: true, span: keep });
      return true;
    }
    return this.beginsOn(addDays(lastOfGrace, 1), 'fell', this.fallen(rank, keep), keep);
  }

  private fallen(rank: number, keep: Span): number {
    if (this.terms.atEnd === 'one-down') return rank - 1;
    return this.highest(
      (tier, other) => other < rank && (this.figures.meetKeeping(tier, keep) || this.figures.meetEntry(tier, keep)),
    );
  }

  /** A validity that begins on a day, in the tier that she keeps or falls to. */
  private beginsOn(day: Day, kind: MoveKind, rank: number, span: Span): boolean {
    const validUntil = rank === 0 ? null : this.lastDay(day);
    this.decide(kind, this.startOf(day), rank, { validUntil, inGrace: false, rose: null, span });
    return true;
  }

  /** 3. Undone: the rise figures no longer meet the entering threshold of her tier. */
  undo(): boolean {
    const { own } = this.standing;
    if (this.terms.refunds !== 'undo' || !own?.rose) return false;
    if (own.validUntil !== null && this.today > own.validUntil) return false;
    // what counts for rising counts for undoing, or a rise by the end of a period would be undone and made in turns
    const span = { asOf: own.rose.on, lastDay: this.enter.lastDay };
    const rank = this.rank(own);
    if (this.figures.meetEntry(this.terms.tiers[rank]!, span)) return false;
    const former = translate(this.terms, own.rose.from);
    const met = this.highest((tier, other) => other < rank && this.figures.meetEntry(tier, span));
    if (met > former) {
      // as if she had risen only as far: what remains of the rise can be undone as well
      this.decide('undone', this.look.now, met, { validUntil: own.validUntil, inGrace: false, rose: own.rose, span });
    } else {
      this.decide('undone', this.look.now, former, {
        validUntil: own.rose.fromUntil,
        inGrace: false,
        rose: null,
        span,
      });
    }
    return true;
  }

  /** 4. Rise: earned by the enter figures is above her tier. */
  rise(): boolean {
    const { own } = this.standing;
    const present = own ? this.rank(own) : 0;
    const earned = this.highest((tier) => this.figures.meetEntry(tier, this.enter));
    if (earned <= present) return false;
    const isPlaced = this.look.isPlacement === true;
    const { day, at } = this.beginOfRise();
    this.decide(isPlaced ? 'placed' : 'rose', at, earned, {
      validUntil: this.lastDay(day),
      inGrace: false,
      rose: isPlaced
        ? null
        : { on: this.enter.asOf, from: this.terms.tiers[present]!.key, fromUntil: own?.validUntil ?? null },
      span: this.enter,
    });
    if (!isPlaced || this.terms.gifts.placement) this.giveEntryGifts(present, earned);
    return true;
  }

  /**
   * At once, from this moment. For figures as of the end of a period, from the day after it; unless a validity that began on
   * that day were over by now, for then she would rise and fall in turns: from this moment.
   */
  private beginOfRise(): { day: Day; at: Date } {
    const { asOf } = this.enter;
    const afterPeriod = addDays(asOf, 1);
    const lastDay = this.lastDay(afterPeriod);
    if (asOf === this.today || (lastDay !== null && lastDay < this.today)) {
      return { day: this.today, at: this.look.now };
    }
    return { day: afterPeriod, at: this.startOf(afterPeriod) };
  }

  /** "Entry gifts" are paid for rises by figures, once ever or once a year per tier. */
  private giveEntryGifts(from: number, to: number): void {
    const { skipped, once } = this.terms.gifts;
    const year = dayOf(this.standing.moves.at(-1)!.at, this.timeZone).slice(0, 4);
    const first = skipped ? from + 1 : to;
    for (const { key } of this.terms.tiers.slice(first, to + 1)) {
      this.gifts.add(once === 'ever' ? key : `${key}:${year}`);
    }
  }

  private get enter(): Span {
    const asOf = entryDay(this.terms, this.today);
    return { asOf, lastDay: asOf };
  }

  /** The highest tier of which something is true; the lowest where it is true of none. */
  private highest(isTrue: (tier: Tier, rank: number) => boolean): number {
    return Math.max(
      0,
      this.terms.tiers.findLastIndex((tier, rank) => isTrue(tier, rank)),
    );
  }

  private rank(own: Own): number {
    return this.terms.tiers.findIndex(({ key }) => key === own.key);
  }

  private lastDay(begins: Day): Day | null {
    return lastDayOf(this.terms.validity, begins, this.figures.firstSeen);
  }

  private startOf(day: Day): Date {
    return startOfDay(day, this.timeZone);
  }

  private decide(
    kind: MoveKind,
    at: Date,
    rank: number,
    { validUntil, inGrace, rose, span }: Pick<Own, 'validUntil' | 'inGrace' | 'rose'> & { span: Span | null },
  ): void {
    const { ladderId, version } = this.version;
    const own = { key: this.terms.tiers[rank]!.key, ladderId, version, validUntil, inGrace, rose };
    this.standing.decide(kind, at, this.version, own, span && this.figures.told(span));
  }
}
