import { endOfDay, endOfDayMonthsLater } from './reference-days';

export interface ReferenceLot {
  seq: number;
  /** Infinity while it waits for an event. */
  availableAt: number;
  /** Infinity: never. */
  end: number;
  /** Months of idleness after which it ends instead. */
  idle: number | null;
}

export interface Point {
  lot: ReferenceLot;
  state: 'pending' | 'here' | 'gone';
  hold: string | null;
  /** Entry that took it, while it is gone. */
  takenBy: number | null;
}

/** What remains of a lot: its number, points, held points, whether they wait, when they end (months of idleness: below zero). */
export type Remains = [seq: number, left: number, held: number, pending: boolean, end: number | null];

/** Every single point of a customer, as an object of its own. */
export class ReferencePoints {
  readonly lots: ReferenceLot[] = [];
  readonly all: Point[] = [];
  lastActive = 0;

  add(count: number, lot: ReferenceLot, pending: boolean): void {
    this.lots.push(lot);
    const state = pending ? 'pending' : 'here';
    for (let left = count; left > 0; left -= 1) this.all.push({ lot, state, hold: null, takenBy: null });
  }

  /** @returns how many these are */
  take(points: Point[], by: number): number {
    for (const point of points) Object.assign(point, { state: 'gone', hold: null, takenBy: by });
    return points.length;
  }

  /** Points come into a lot that is over: it lives some days longer. */
  grace(lot: ReferenceLot, moment: number, days: number): void {
    if (this.endOf(lot) <= moment) Object.assign(lot, { end: endOfDay(moment, days), idle: null });
  }

  endOf({ availableAt, end, idle }: ReferenceLot): number {
    return idle === null ? end : endOfDayMonthsLater(Math.max(availableAt, this.lastActive), idle);
  }

  /** What can be used, in the order of use. */
  free(): Point[] {
    return this.inOrder(({ state, hold }) => state === 'here' && hold === null);
  }

  heldBy(id: string): Point[] {
    return this.inOrder(({ hold }) => hold === id);
  }

  waiting(lot: ReferenceLot): Point[] {
    return this.all.filter((point) => point.lot === lot && point.state === 'pending');
  }

  remains(): Remains[] {
    return this.lots.flatMap((lot) => {
      const left = this.all.filter((point) => point.lot === lot && point.state !== 'gone');
      const held = left.filter(({ hold }) => hold !== null).length;
      const end = lot.idle === null ? lot.end : -lot.idle;
      const one: Remains = [lot.seq, left.length, held, left[0]?.state === 'pending', end === Infinity ? null : end];
      return left.length > 0 ? [one] : [];
    });
  }

  private inOrder(which: (point: Point) => boolean): Point[] {
    const ends = new Map(this.lots.map((lot) => [lot, this.endOf(lot)]));
    const soonestFirst = (one: Point, other: Point) => {
      const [end, otherEnd] = [ends.get(one.lot)!, ends.get(other.lot)!];
      return end === otherEnd ? one.lot.seq - other.lot.seq : end - otherEnd;
    };
    return this.all.filter(which).sort(soonestFirst);
  }
}
