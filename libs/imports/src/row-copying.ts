import type { StagedRowLine } from './domain/staging';

const ROWS_AT_ONCE = 4000;

/** Rows on their way into the database: while one lot is being written, the next is being read. */
export class RowCopying {
  private waiting: StagedRowLine[] = [];
  private underWay: Promise<void> = Promise.resolve();

  constructor(private readonly copy: (lines: StagedRowLine[]) => Promise<void>) {}

  /** @returns whether it is time to {@link flush} */
  add(lines: StagedRowLine[]): boolean {
    this.waiting.push(...lines);
    return this.waiting.length >= ROWS_AT_ONCE;
  }

  async flush(): Promise<void> {
    await this.underWay;
    const lines = this.waiting;
    this.waiting = [];
    if (lines.length === 0) return;
    this.underWay = this.copy(lines);
    // Its failure is met at the next flush; until then it must not count as unhandled.
    this.underWay.catch(() => undefined);
  }

  async end(): Promise<void> {
    await this.flush();
    await this.underWay;
  }

  /** Waits until nothing is under way any more, so that the transaction can be rolled back. */
  async abandon(): Promise<void> {
    await this.underWay.catch(() => undefined);
  }
}
