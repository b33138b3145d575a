import type { ExpiryRule, ShortfallPolicy } from '../../programme/domain/programme';
import type { EntryKind } from '../domain/acts';
import { ReferencePoints, type Point, type ReferenceLot } from './reference-points';

export interface Rules {
  shortfall: ShortfallPolicy;
  expiry: ExpiryRule;
  graceDays: number;
  holdMinutes: number;
}

export interface ReferenceHold {
  id: string;
  openedAt: number;
  end: number;
}

export interface Line {
  seq: number;
  kind: EntryKind;
  points: number;
  /** What of it can be taken back: above zero came in, below zero went out. */
  amount: number;
  reversed: number;
}

/** What the reference ledger writes down, and what time alone does to it: each thing at its very moment, one after the other. */
export class ReferenceBooks {
  readonly lines: Line[] = [];
  readonly points = new ReferencePoints();
  readonly holds: ReferenceHold[] = [];
  protected debt = 0;

  constructor(public rules: Rules) {}

  figures() {
    const total = (sign: number, ...kinds: EntryKind[]) =>
      sign * sum(this.lines.filter(({ kind }) => kinds.includes(kind)).map(({ points }) => points)) + 0;
    return {
      balance: this.balance(),
      pending: this.points.all.filter(({ state }) => state === 'pending').length,
      held: this.points.all.filter(({ hold }) => hold !== null).length,
      debt: this.debt,
      earned: total(1, 'earn', 'mature'),
      spent: total(-1, 'spend', 'capture', 'give-back'),
      expired: total(-1, 'expire'),
      takenBack: total(-1, 'take-back'),
      adjusted: total(1, 'adjust'),
      seq: this.lines.length,
    };
  }

  /** What is due by then, whether or not anybody asks for anything. */
  passTime(now: number): void {
    for (;;) {
      const moment = Math.min(
        ...this.openHolds().map(({ end }) => end),
        ...this.pendingLots().map(({ availableAt }) => availableAt),
        ...this.points.free().map(({ lot }) => this.points.endOf(lot)),
      );
      if (moment > now) return;
      for (const hold of this.openHolds()
        .filter(({ end }) => end <= moment)
        .sort(byId)) {
        this.line('release', 0, () => this.points.heldBy(hold.id).forEach((point) => (point.hold = null)));
      }
      for (const lot of this.pendingLots().filter(({ availableAt }) => availableAt <= moment)) this.mature(lot, moment);
      const over = this.points.free().filter(({ lot }) => this.points.endOf(lot) <= moment);
      if (over.length > 0) this.line('expire', -over.length, () => this.remove(over));
    }
  }

  /** Writes a line: the change is made, what is owed is paid, and the line says what became of the balance. */
  protected line(kind: EntryKind, amount: number, change: () => void): number {
    const before = this.balance();
    const seq = this.lines.length + 1;
    this.lines.push({ seq, kind, points: 0, amount, reversed: 0 });
    change();
    if (kind !== 'take-back') this.debt -= this.remove(this.points.free().slice(0, this.debt));
    this.lines[seq - 1]!.points = this.balance() - before;
    return seq;
  }

  protected mature(lot: ReferenceLot, moment: number): number {
    const waiting = this.points.waiting(lot);
    lot.availableAt = moment;
    this.points.grace(lot, moment, this.rules.graceDays);
    return this.line('mature', waiting.length, () => waiting.forEach((point) => (point.state = 'here')));
  }

  protected remove(points: Point[]): number {
    return this.points.take(points, this.lines.length);
  }

  private balance(): number {
    return this.points.all.filter(({ state }) => state === 'here').length - this.debt;
  }

  protected openHolds(): ReferenceHold[] {
    return this.holds.filter((hold) => this.points.heldBy(hold.id).length > 0);
  }

  protected pendingLots(): ReferenceLot[] {
    return this.points.lots.filter((lot) => this.points.waiting(lot).length > 0);
  }
}

export const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
