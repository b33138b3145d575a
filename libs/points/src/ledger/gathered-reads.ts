/** Reads at work at the same time. One is enough: what waits for it goes together, and costs less. */
const LANES = 1;
const MOST_TOGETHER = 200;

interface Waiting<Found> {
  resolve: (found: Found | undefined) => void;
  reject: (error: unknown) => void;
}

/**
 * Reads by customer that arrive while others are at work go to the database together, as one statement. A read begins after
 * everybody who waits for it has asked, so each sees all that was booked before he asked.
 */
export class GatheredReads<Found extends { customerId: string }> {
  private waiting = new Map<string, Waiting<Found>[]>();
  private busy = 0;
  private woken = false;

  constructor(private readonly read: (customerIds: string[]) => Promise<Found[]>) {}

  /** @returns what there is of the customer, undefined when there is nothing */
  find(customerId: string): Promise<Found | undefined> {
    return new Promise((resolve, reject) => {
      const others = this.waiting.get(customerId);
      if (others) others.push({ resolve, reject });
      else this.waiting.set(customerId, [{ resolve, reject }]);
      this.wake();
    });
  }

  private wake(): void {
    if (this.woken || this.busy === LANES) return;
    this.woken = true;
    setImmediate(() => {
      this.woken = false;
      if (this.waiting.size > 0) void this.run(this.take());
    });
  }

  private take(): Map<string, Waiting<Found>[]> {
    const taken = new Map([...this.waiting].slice(0, MOST_TOGETHER));
    for (const customerId of taken.keys()) this.waiting.delete(customerId);
    return taken;
  }

  private async run(together: Map<string, Waiting<Found>[]>): Promise<void> {
    this.busy += 1;
    try {
      const found = new Map((await this.read([...together.keys()])).map((one) => [one.customerId, one]));
      for (const [customerId, askers] of together) for (const { resolve } of askers) resolve(found.get(customerId));
    } catch (error) {
      for (const { reject } of [...together.values()].flat()) reject(error);
    } finally {
      this.busy -= 1;
      if (this.waiting.size > 0) this.wake();
    }
  }
}
