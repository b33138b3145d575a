import type { Act } from './domain/acts';
import type { Answer } from './acts.service';

/** Acts that one transaction takes at most while others wait: its accounts stay locked until it ends. */
const MOST_ACTS = 128;
/** Transactions at work at the same time at most. */
const LANES = 4;
/**
 * How long acts wait for the transaction before theirs, which they would rather join the successor of: the more go together,
 * the less each costs. Only when that one is held up, by somebody else's lock, say, does another begin beside it.
 */
const PATIENCE_MS = 15;

interface Waiting {
  act: Act;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

/**
 * Gathers acts that arrive while earlier ones are being booked, and books them together: one transaction, one wait for the
 * disk. Each act keeps its own answer; when a transaction breaks down, its acts are booked one by one, so that none suffers
 * for another. Nobody is answered before his act is durable.
 */
export class Gatherings {
  private readonly waiting: Waiting[] = [];
  private busyLanes = 0;
  private woken = false;
  private timer: NodeJS.Timeout | null = null;

  /** @param book books acts in a transaction of its own; one answer per act */
  constructor(private readonly book: (acts: Act[]) => Promise<Answer[]>) {}

  join(act: Act): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ act, resolve, reject });
      if (this.busyLanes === 0) this.wake();
      else if (this.busyLanes < LANES) this.timer ??= setTimeout(() => this.start(), PATIENCE_MS);
    });
  }

  /** What arrives in the same turn of the event loop goes together. */
  private wake(): void {
    if (this.woken) return;
    this.woken = true;
    setImmediate(() => this.start());
  }

  private start(): void {
    this.woken = false;
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    if (this.busyLanes < LANES && this.waiting.length > 0) void this.run(this.waiting.splice(0, MOST_ACTS));
  }

  private async run(together: Waiting[]): Promise<void> {
    this.busyLanes += 1;
    try {
      await this.settle(together);
    } finally {
      this.busyLanes -= 1;
      if (this.waiting.length > 0) this.wake();
    }
  }

  private async settle(together: Waiting[]): Promise<void> {
    try {
      const answers = await this.book(together.map(({ act }) => act));
      together.forEach(({ resolve }, index) => resolve(answers[index]!));
    } catch (error) {
      if (together.length === 1) together[0]!.reject(error);
      else for (const one of together) await this.settle([one]);
    }
  }
}
