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

/** The four steps of "One step at a time", each telling whether it applied. */
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

  /** 1. Restated: she stands by another version than the one in force. */
  restate(): boolean {
    const { own } = this.standing;
    const { ladderId, version, effectiveFrom } = this.version;
    if (!own || (own.ladderId === ladderId && own.version === version)) return false;
    const { atStart, validity } = this.terms;
    const present = translate(this.terms, own.key);
    let rank = present;
    let { validUntil } = own;
    let isGrandfathered = false;
    if (atStart.kind === 're-evaluate') {
      rank = this.reevaluated(present);
      isGrandfathered = rank < present && atStart.grandfatherUntil !== null;
      if (isGrandfathered) rank = present;
      if (isGrandfathered) validUntil = atStart.grandfatherUntil;
      // another tier is held from today
      else if (rank !== present) validUntil = this.lastDay(this.today);
    }
    if (validity.kind === 'unlimited' && !isGrandfathered) validUntil = null;
    if (validity.kind !== 'unlimited') validUntil ??= this.lastDay(dayOf(effectiveFrom, this.timeZone));
    if (rank === 0) validUntil = null;
    // What she was promised is not taken by refunds that are measured by thresholds she did not rise by: `rose` is forgotten.
    this.decide('restated', this.look.now, rank, {
      validUntil,
      inGrace: own.inGrace && validUntil === own.validUntil,
      rose: null,
      span: atStart.kind === 're-evaluate' ? this.enter : null,
    });
    return true;
  }

  /** The highest that is earned, or that is not above her present one and whose keeping threshold the enter figures meet. */
  private reevaluated(present: number): number {
    return this.highest(
      (tier, rank) =>
        this.figures.meetEntry(tier, this.enter) || (rank <= present && this.figures.meetKeeping(tier, this.enter)),
    );
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
    const span = this.riseSpan(own.rose.on);
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
    const earned = this.highest((tier) => this.isEarned(tier));
    if (earned <= present) return false;
    const tiers = this.terms.tiers;
    const isPlaced = !own && this.look.isPlacement === true;
    this.decide(isPlaced ? 'placed' : 'rose', this.look.now, earned, {
      validUntil: this.lastDay(this.today),
      inGrace: false,
      rose: { on: this.enter.asOf, from: tiers[present]!.key, fromUntil: own?.validUntil ?? null },
      span: this.enter,
    });
    if (!isPlaced || this.terms.gifts.placement) this.giveEntryGifts(present, earned);
    return true;
  }

  /**
   * With rises at the end of a period, what was returned since would undo the rise in the same look, and the next step would
   * be the same rise again: where refunds undo rises, nobody rises by what a refund undid already.
   */
  private isEarned(tier: Tier): boolean {
    if (!this.figures.meetEntry(tier, this.enter)) return false;
    return this.terms.refunds !== 'undo' || this.figures.meetEntry(tier, this.riseSpan(this.enter.asOf));
  }

  /** "Entry gifts" are paid for rises by figures, once ever or once a year per tier. */
  private giveEntryGifts(from: number, to: number): void {
    const { skipped, once } = this.terms.gifts;
    const first = skipped ? from + 1 : to;
    for (const { key } of this.terms.tiers.slice(first, to + 1)) {
      this.gifts.add(once === 'ever' ? key : `${key}:${this.today.slice(0, 4)}`);
    }
  }

  private get enter(): Span {
    const asOf = entryDay(this.terms, this.today);
    return { asOf, lastDay: asOf };
  }

  private riseSpan(roseOn: Day): Span {
    return { asOf: roseOn, lastDay: this.today };
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
