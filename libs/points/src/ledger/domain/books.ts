import type { Programme } from '../../programme/domain/programme';
import { endOfDayAfter, endOfIdleness } from '../../programme/domain/expiry';
import type { ActBasis, AwardPart, EntryKind } from './acts';
import { ledgerErrors } from './errors';

/**
 * The books of one customer while acts are decided: account, lots, holds, and what was written. At all times
 *
 *   balance = sum of the entries' points = what remains in available lots - debt,   debt = max(0, -balance),
 *   held <= balance unless nothing is held,   0 <= held of a lot <= what remains of it <= what it was granted,
 *
 * and for every entry: what it granted + what it moved in lots = points + pending points + debt points.
 *
 * Example: 100 points in one lot, 30 of them held. Spending 70 leaves a balance of 30, all of it held.
 */

export type Total = 'earned' | 'spent' | 'expired' | 'takenBack' | 'adjusted' | 'transferred';

export interface Account extends Record<Total, number> {
  customerId: string;
  balance: number;
  pending: number;
  held: number;
  debt: number;
  seq: number;
  headHash: Buffer | Uint8Array;
  bookedAt: Date | null;
  activeAt: Date | null;
  /** A lower bound: nothing is due before. */
  dueAt: Date | null;
  movedTo: string | null;
  /** Keys of other accounts, which this one took over, count as its own. */
  absorbed?: boolean;
}

export interface Lot {
  seq: number;
  granted: number;
  remaining: number;
  held: number;
  pending: boolean;
  availableAt: Date | null;
  expiresAt: Date | null;
  idleMonths: number | null;
}

export interface Hold {
  holdId: string;
  points: number;
  captured: number;
  released: number;
  status: 'open' | 'captured' | 'released' | 'expired' | 'moved';
  reason: string;
  reference: string | null;
  openedAt: Date;
  expiresAt: Date;
  /** What is still held, by lot. */
  lots: Map<number, number>;
}

/** An entry that an act refers to. */
export interface Target {
  seq: number;
  kind: EntryKind;
  points: number;
  pendingPoints: number;
  reference: string | null;
  /** How much of it was taken back before. */
  reversed: number;
  /** What it drew, by lot: whole numbers above zero. */
  draws: Map<number, number>;
}

/** A change of one lot by one entry. */
export interface Movement {
  points: number;
  held: number;
}

/** An entry to be written, with what it does to lots. */
export interface Writing {
  seq: number;
  kind: EntryKind;
  points: number;
  pendingPoints: number;
  heldPoints: number;
  debtPoints: number;
  balanceAfter: number;
  reversesSeq: number | null;
  reversedPoints: number | null;
  holdId: string | null;
  availableAt: Date | null;
  expiresAt: Date | null;
  breakdown: AwardPart[] | null;
  key: string;
  reason: string;
  reference: string | null;
  source: string;
  actor: string;
  occurredAt: Date;
  movements: Map<number, Movement>;
}

const TOTAL_OF: Record<EntryKind, { total: Total; sign: 1 | -1 } | null> = {
  earn: { total: 'earned', sign: 1 },
  mature: { total: 'earned', sign: 1 },
  spend: { total: 'spent', sign: -1 },
  capture: { total: 'spent', sign: -1 },
  'give-back': { total: 'spent', sign: -1 },
  'take-back': { total: 'takenBack', sign: -1 },
  adjust: { total: 'adjusted', sign: 1 },
  expire: { total: 'expired', sign: -1 },
  transfer: { total: 'transferred', sign: 1 },
  hold: null,
  release: null,
};

export class Books {
  readonly written: Writing[] = [];
  readonly granted = new Set<number>();
  readonly touchedLots = new Set<number>();
  readonly touchedHolds = new Set<string>();
  readonly openedHolds = new Set<string>();
  private movements = new Map<number, Movement>();
  private readonly dueBefore: Date | null;

  /**
   * @param lots every open lot, and the lots that the acts refer to; may be left empty for acts that only add points
   * @param now not before the last booking
   */
  constructor(
    readonly account: Account,
    readonly lots: Map<number, Lot>,
    readonly holds: Map<string, Hold>,
    readonly targets: Map<number, Target>,
    readonly programme: Programme,
    readonly now: Date,
  ) {
    this.dueBefore = account.dueAt;
  }

  /** Whether the account has to be looked at another time than before. */
  get dueMoved(): boolean {
    return this.dueBefore?.getTime() !== this.account.dueAt?.getTime();
  }

  /** Neither held nor owed. */
  get spendable(): number {
    return Math.max(0, this.account.balance) - this.account.held;
  }

  /** Grants a lot under the number of the entry that is being made. */
  grant(lot: Omit<Lot, 'seq' | 'remaining' | 'held'>): Lot {
    const seq = this.account.seq + 1;
    const granted: Lot = { ...lot, seq, remaining: lot.granted, held: 0 };
    this.lots.set(seq, granted);
    this.granted.add(seq);
    return granted;
  }

  /** Moves points of a lot in the name of the entry that is being made. */
  move(lot: Lot, points: number, held = 0): void {
    lot.remaining += points;
    lot.held += held;
    this.touchedLots.add(lot.seq);
    const sofar = this.movements.get(lot.seq) ?? { points: 0, held: 0 };
    this.movements.set(lot.seq, { points: sofar.points + points, held: sofar.held + held });
  }

  /** Lots that can be drawn from: what expires soonest first, what never expires last, then the oldest. */
  drawable(): Lot[] {
    return [...this.lots.values()]
      .filter((lot) => !lot.pending && lot.remaining > lot.held)
      .sort((one, other) => this.endOf(one) - this.endOf(other) || one.seq - other.seq);
  }

  /** When a lot expires, in milliseconds; never is infinity. Idleness counts from when its points came at the earliest. */
  endOf(lot: Lot): number {
    if (lot.idleMonths === null) return lot.expiresAt?.getTime() ?? Infinity;
    const since = Math.max(this.account.activeAt?.getTime() ?? 0, lot.availableAt?.getTime() ?? 0);
    return endOfIdleness(new Date(since), lot.idleMonths, this.programme.timeZone).getTime();
  }

  /** Points come into a lot that has ended by then: it lives some days longer. @returns its new end, null if it needed none */
  grace(lot: Lot, at = this.now): Date | null {
    if (this.endOf(lot) > at.getTime()) return null;
    lot.expiresAt = endOfDayAfter(at, this.programme.graceDays, this.programme.timeZone);
    lot.idleMonths = null;
    return lot.expiresAt;
  }

  /** Draws up to so many points, soonest expiry first. @returns how many there were */
  draw(points: number): number {
    let left = points;
    for (const lot of left > 0 ? this.drawable() : []) {
      const part = Math.min(left, lot.remaining - lot.held);
      this.move(lot, -part);
      left -= part;
      if (left === 0) break;
    }
    return points - left;
  }

  /** What the customer owes is paid first from whatever came in. @returns how much was paid */
  repay(inflow: number): number {
    return this.draw(Math.min(this.account.debt, inflow));
  }

  /** Writes the entry that the movements since the last one belong to, and brings the account up to date. */
  write(
    kind: EntryKind,
    basis: Pick<ActBasis, 'key' | 'reason' | 'reference' | 'source' | 'actor' | 'occurredAt'>,
    change: Partial<Omit<Writing, 'seq' | 'kind' | 'balanceAfter' | 'movements' | keyof ActBasis>>,
  ): Writing {
    const { account } = this;
    // Adding zero makes a plain zero of a negated one.
    const [points, pendingPoints] = [(change.points ?? 0) + 0, (change.pendingPoints ?? 0) + 0];
    const [heldPoints, debtPoints] = [(change.heldPoints ?? 0) + 0, (change.debtPoints ?? 0) + 0];
    account.seq += 1;
    account.balance = whole(account.balance + points);
    account.pending = whole(account.pending + pendingPoints);
    account.held += heldPoints;
    account.debt += debtPoints;
    account.bookedAt = this.now;
    const counted = TOTAL_OF[kind];
    if (counted) account[counted.total] = whole(account[counted.total] + counted.sign * points);
    const writing: Writing = {
      seq: account.seq,
      kind,
      points,
      pendingPoints,
      heldPoints,
      debtPoints,
      balanceAfter: account.balance,
      reversesSeq: change.reversesSeq ?? null,
      reversedPoints: change.reversedPoints ?? null,
      holdId: change.holdId ?? null,
      availableAt: change.availableAt ?? null,
      expiresAt: change.expiresAt ?? null,
      breakdown: change.breakdown ?? null,
      key: basis.key,
      reason: basis.reason,
      reference: basis.reference ?? null,
      source: basis.source,
      actor: basis.actor,
      occurredAt: basis.occurredAt ?? this.now,
      movements: this.movements,
    };
    this.movements = new Map();
    this.written.push(writing);
    return writing;
  }

  /** The entry of that number as something to take back: one from before, or one that was just written. */
  target(seq: number): Target | undefined {
    const known = this.targets.get(seq);
    const written = known ? undefined : this.written.find((one) => one.seq === seq);
    if (!written) return known;
    const { kind, points, pendingPoints, reference, movements } = written;
    const drawn = [...movements].filter(([, moved]) => moved.points < 0);
    const draws = new Map(drawn.map(([lot, moved]) => [lot, -moved.points]));
    const target = { seq, kind, points, pendingPoints, reference, reversed: 0, draws };
    this.targets.set(seq, target);
    return target;
  }

  /** Something will be due then. */
  expect(millis: number | undefined): void {
    if (millis === undefined || millis === Infinity) return;
    const { account } = this;
    if (!account.dueAt || millis < account.dueAt.getTime()) account.dueAt = new Date(millis);
  }
}

function whole(sum: number): number {
  if (!Number.isSafeInteger(sum)) throw ledgerErrors.tooMany();
  return sum;
}
