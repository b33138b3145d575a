import type { Act, EntryKind } from '../domain/acts';
import { byId, ReferenceBooks, type Line } from './reference-books';
import { endByRule } from './reference-days';
import type { Point } from './reference-points';

const REVERSIBLE: EntryKind[] = ['earn', 'adjust', 'spend', 'capture', 'expire'];

/** Why an act is refused: the code of the ledger's error. */
export class Refused extends Error {}

/**
 * The rules of points once more, as plainly as they can be put, for comparison with the ledger: every single point is an
 * object, and every figure is counted anew.
 */
export class ReferenceLedger extends ReferenceBooks {
  /** @returns the number of the entry, null if none was needed, or the code of the refusal */
  take(act: Act, now: number): number | null | string {
    this.passTime(now);
    try {
      return this.carryOut(act, now);
    } catch (error) {
      if (error instanceof Refused) return error.message;
      throw error;
    } finally {
      this.passTime(now);
    }
  }

  private carryOut(act: Act, now: number): number | null {
    switch (act.kind) {
      case 'earn':
        return this.earn(act, now);
      case 'spend': {
        const spent = this.enough(act.points);
        this.points.lastActive = now;
        return this.line('spend', -act.points, () => this.remove(spent));
      }
      case 'adjust':
        return this.adjust(act.points, now);
      case 'hold':
        return this.hold(act, now);
      case 'capture': {
        const held = this.ofHold(act);
        this.points.lastActive = now;
        return this.line('capture', -held.length, () => this.remove(held));
      }
      case 'release': {
        const held = this.ofHold(act);
        return this.line('release', 0, () => held.forEach((point) => (point.hold = null)));
      }
      case 'reverse':
        return this.reverse(act, now);
      case 'mature':
        return this.matureAt(act, now);
      case 'settle':
        return null;
    }
  }

  private earn(act: Extract<Act, { kind: 'earn' }>, now: number): number {
    const availableAt = act.availableAt === undefined ? now : (act.availableAt?.getTime() ?? Infinity);
    const pending = availableAt > now;
    const asked = act.expiresAt && act.expiresAt.getTime();
    if (asked && asked <= (availableAt === Infinity ? now : Math.max(now, availableAt))) {
      throw new Refused('points.expiry-in-the-past');
    }
    this.points.lastActive = now;
    const byRule = endByRule(this.rules.expiry, act.occurredAt?.getTime() ?? now);
    const ends = act.expiresAt === undefined ? byRule : { end: asked ?? Infinity, idle: null };
    return this.line('earn', act.points, () =>
      this.points.add(act.points, { seq: this.lines.length, availableAt, ...ends }, pending),
    );
  }

  private adjust(points: number, now: number): number {
    if (points === 0) throw new Refused('points.adjustment-of-nothing');
    const removed = points < 0 ? this.enough(-points) : [];
    const lot = { seq: this.lines.length + 1, availableAt: now, ...endByRule(this.rules.expiry, now) };
    return this.line('adjust', points, () => {
      this.remove(removed);
      if (points > 0) this.points.add(points, lot, false);
    });
  }

  private hold(act: Extract<Act, { kind: 'hold' }>, now: number): number {
    const end = act.expiresAt?.getTime() ?? now + this.rules.holdMinutes * 60_000;
    if (end <= now) throw new Refused('points.hold-in-the-past');
    const reserved = this.enough(act.points);
    this.holds.push({ id: act.holdId, openedAt: now, end });
    return this.line('hold', 0, () => reserved.forEach((point) => (point.hold = act.holdId)));
  }

  /** The points of a hold that an act asks for. */
  private ofHold({ holdId, points: asked }: { holdId: string; points?: number }): Point[] {
    const hold = this.holds.find(({ id }) => id === holdId);
    if (!hold) throw new Refused('points.hold-unknown');
    const held = this.points.heldBy(hold.id);
    if (held.length === 0) throw new Refused('points.hold-over');
    if (asked !== undefined && asked > held.length) throw new Refused('points.hold-too-small');
    return held.slice(0, asked);
  }

  private reverse(act: Extract<Act, { kind: 'reverse' }>, now: number): number | null {
    const target = this.lines[act.seq - 1];
    if (!target) throw new Refused('points.entry-unknown');
    if (!REVERSIBLE.includes(target.kind)) throw new Refused('points.not-reversible');
    const left = Math.abs(target.amount) - target.reversed;
    if (act.atMost && left === 0) return null;
    if (left === 0 || (!act.atMost && (act.points ?? 0) > left)) throw new Refused('points.reversed-already');
    const points = Math.min(act.points ?? left, left);
    target.reversed += points;
    return target.amount > 0 ? this.takeBack(target, points) : this.giveBack(target, points, now);
  }

  private takeBack(target: Line, points: number): number {
    const own = (point: Point) => point.lot.seq === target.seq;
    const waiting = this.points.all.filter((point) => own(point) && point.state === 'pending').slice(0, points);
    const rest = this.rules.shortfall === 'only_pending' ? 0 : points - waiting.length;
    if (this.rules.shortfall === 'debt') this.shortenHolds(rest - this.points.free().length);
    const free = this.points.free();
    const taken = [...free.filter(own), ...free.filter((point) => !own(point))].slice(0, rest);
    const owed = this.rules.shortfall === 'debt' ? rest - taken.length : 0;
    return this.line('take-back', 0, () => {
      this.remove([...waiting, ...taken]);
      this.debt += owed;
    });
  }

  /** Newest holds first. */
  private shortenHolds(missing: number): void {
    const newestFirst = this.openHolds().sort((one, other) => other.openedAt - one.openedAt || byId(other, one));
    for (let left = missing; left > 0 && newestFirst.length > 0;) {
      const given = this.points.heldBy(newestFirst.shift()!.id).slice(0, left);
      this.line('release', 0, () => given.forEach((point) => (point.hold = null)));
      left -= given.length;
    }
  }

  /** The newest lots first; points of lots that are over live some days longer. */
  private giveBack(target: Line, points: number, now: number): number {
    const taken = this.points.all.filter(({ takenBy }) => takenBy === target.seq);
    const back = taken.sort((one, other) => other.lot.seq - one.lot.seq).slice(0, points);
    return this.line('give-back', points, () => {
      for (const point of back) {
        Object.assign(point, { state: 'here', takenBy: null });
        this.points.grace(point.lot, now, this.rules.graceDays);
      }
    });
  }

  private matureAt({ seq, at }: { seq: number; at?: Date }, now: number): number | null {
    const lot = this.pendingLots().find((one) => one.seq === seq);
    if (!lot) return null;
    if (!at || at.getTime() <= now) return this.mature(lot, now);
    lot.availableAt = at.getTime();
    return null;
  }

  private enough(asked: number): Point[] {
    const free = this.points.free();
    if (asked > free.length) throw new Refused('points.insufficient');
    return free.slice(0, asked);
  }
}
