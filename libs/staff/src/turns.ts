import { busy } from './domain/errors';

/**
 * Lets work in one by one per key, and no more than a few at once altogether. Checking a password takes 19 MiB and some
 * 20 ms of a core: without a door, a flood of sign-ins would take the machine's memory, and a person's own simultaneous
 * requests would be counted as failures before any of them is known to be right.
 */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();
  private readonly waiting: (() => void)[] = [];
  private inside = 0;
  private pending = 0;

  constructor(
    private readonly atOnce: number,
    private readonly mostPending: number,
  ) {}

  /** @throws DomainError `auth.busy` when too many wait already */
  async take<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    if (this.pending >= this.mostPending) throw busy();
    this.pending += 1;
    const turn = this.after(this.last.get(key), work);
    this.last.set(key, turn);
    try {
      return await turn;
    } finally {
      this.pending -= 1;
      if (this.last.get(key) === turn) this.last.delete(key);
    }
  }

  private async after<Result>(previous: Promise<unknown> | undefined, work: () => Promise<Result>): Promise<Result> {
    await previous?.catch(() => undefined);
    if (this.inside < this.atOnce) this.inside += 1;
    else await new Promise<void>((enter) => this.waiting.push(enter));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.inside -= 1;
    }
  }
}
