import { setTimeout as sleep } from 'node:timers/promises';
import { Acts, type Asked, type Booked } from './acts.ts';
import type { Chance } from './chance.ts';
import type { Caller } from './caller.ts';

/** How long a key may stay without an answer. */
const PATIENCE_MS = 90_000;

/** Clients at a till: each asks, waits, and asks again under the same key until there is an answer. */
export class Clients {
  readonly log: Asked[] = [];
  /** Answers that must never come. */
  readonly wrong: string[] = [];
  retried = 0;
  /** Of the retried ones: had been booked before their answer was lost. */
  bookedUnheard = 0;
  repeated = 0;
  lastAckAt = 0;
  /** Longest time in which nobody was served, since the start. */
  longestGapMs = 0;
  private readonly acts: Acts;
  private running: Promise<unknown> = Promise.resolve();
  private isOpen = false;

  private readonly caller: Caller;
  private readonly chance: Chance;
  private readonly count: number;

  constructor(caller: Caller, customerIds: string[], chance: Chance, count: number) {
    this.caller = caller;
    this.chance = chance;
    this.count = count;
    this.acts = new Acts(customerIds, chance);
  }

  start(): void {
    this.isOpen = true;
    this.lastAckAt = Date.now();
    this.longestGapMs = 0;
    this.running = Promise.all(Array.from({ length: this.count }, () => this.work()));
  }

  /** Nothing new is asked; returns when everything asked has its answer. */
  async drain(): Promise<void> {
    this.isOpen = false;
    await this.running;
  }

  private async work(): Promise<void> {
    while (this.isOpen) {
      const asked = this.acts.next();
      this.log.push(asked);
      await this.insist(asked);
      if (this.chance.roll() < 0.1 && asked.answer && 'seq' in asked.answer) await this.repeat(asked, asked.answer);
    }
  }

  private async insist(asked: Asked): Promise<void> {
    const until = Date.now() + PATIENCE_MS;
    while (asked.answer === null) {
      if (Date.now() > until) {
        this.wrong.push(`${asked.path} under ${asked.key} got no answer in ${PATIENCE_MS / 1000} s`);
        return;
      }
      if (asked.sent > 0) {
        this.retried += asked.sent === 1 ? 1 : 0;
        await sleep(50);
      }
      asked.sent += 1;
      await this.send(asked);
    }
  }

  private async send(asked: Asked): Promise<void> {
    const { status, body, replayed } = await this.caller.act(asked);
    if (status === 201) {
      if (replayed) this.bookedUnheard += 1;
      asked.answer = { seq: Number(body.seq), points: Number(body.points), holdId: body.holdId as string | null };
      this.acts.learn(asked, asked.answer);
      const now = Date.now();
      this.longestGapMs = Math.max(this.longestGapMs, now - this.lastAckAt);
      this.lastAckAt = now;
    } else if (status === 422 || status === 404) asked.answer = { refusedBy: String(body.code) };
    // 0: no connection, or it broke; 503: the database is away. Both may have booked it.
    else if (status !== 0 && !(status === 503 && body.code === 'database.unavailable'))
      this.wrong.push(`${asked.path} was answered ${status} ${JSON.stringify(body).slice(0, 300)}`);
  }

  /** The same again must give the first answer again. */
  private async repeat(asked: Asked, first: Booked): Promise<void> {
    const { status, body } = await this.caller.act(asked);
    if (status !== 201) return;
    this.repeated += 1;
    if (body.seq !== first.seq)
      this.wrong.push(`${asked.key} was booked as ${first.seq} and again as ${String(body.seq)}`);
  }
}
