import type { Act } from './domain/acts';
import type { Answer } from './acts.service';

/** Acts that one transaction takes at most while others wait: its accounts stay locked until it ends. */
const MOST_ACTS = 128;
/** Transactions at work at the same time: while the database works on one, this process works on the other. */
const LANES = 2;
/**
 * Which part of the time that the last transaction took the next one waits for callers who were busy a moment ago; within
 * bounds. A caller who is alone never waits.
 */
const COMPANY_SHARE = 0.25;
const LEAST_COMPANY_MS = 1;
const MOST_COMPANY_MS = 10;

interface Waiting {
  act: Act;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

/**
 * Gathers acts that arrive while earlier ones are being booked, and books them together: one transaction, one wait for the
 * disk. Each act keeps its own answer; when a transaction breaks down, its acts are booked one by one, so that none suffers
 * for another. Nobody is answered before his act is durable.
 *
 * The more go together the less each costs, so a transaction begins when its share of the callers of a moment ago waits, or
 * shortly after. Example: 32 callers, each with one act at a time, are booked 16 by 16 in two lanes.
 */
export class Gatherings {
  private waiting: Waiting[] = [];
  private busyLanes = 0;
  private inFlight = 0;
  /** How many callers there were when the last transaction ended. */
  private callers = 1;
  private companyMs = LEAST_COMPANY_MS;
  private timer: NodeJS.Timeout | null = null;

  /** @param book books acts in a transaction of its own; one answer per act */
  constructor(private readonly book: (acts: Act[]) => Promise<Answer[]>) {}

  join(act: Act): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ act, resolve, reject });
      this.consider();
    });
  }

  private consider(): void {
    if (this.busyLanes === LANES || this.waiting.length === 0) return;
    if (this.waiting.length >= Math.min(Math.ceil(this.callers / LANES), MOST_ACTS)) this.start();
    else this.timer ??= setTimeout(() => this.start(), this.companyMs);
  }

  private start(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    if (this.busyLanes < LANES && this.waiting.length > 0) void this.run(this.waiting.splice(0, MOST_ACTS));
  }

  private async run(together: Waiting[]): Promise<void> {
    this.busyLanes += 1;
    this.inFlight += together.length;
    const begun = performance.now();
    try {
      await this.settle(together);
    } finally {
      this.callers = this.inFlight + this.waiting.length;
      this.busyLanes -= 1;
      this.inFlight -= together.length;
      const share = (performance.now() - begun) * COMPANY_SHARE;
      this.companyMs = Math.min(Math.max(share, LEAST_COMPANY_MS), MOST_COMPANY_MS);
      this.consider();
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
