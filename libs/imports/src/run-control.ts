/** Why a run ends before its work is done. */
export type StopReason = 'cancelled' | 'taken-over' | 'shutting-down';

/** Not an error of the import: somebody wants the run to stop here. */
export class RunStopped extends Error {
  constructor(readonly reason: StopReason) {
    super(`the run was stopped: ${reason}`);
  }
}

const LOOK_UP_EVERY_MS = 1000;

/** What a runner holds while it works on an import. */
export class RunControl {
  private lookedUpAt = performance.now();

  constructor(
    /** Only the holder of the newest token may write the import's progress. */
    readonly token: string,
    private readonly signal: AbortSignal,
  ) {}

  /** Whether it is time to tell the progress and to hear whether somebody wants the run cancelled. */
  isTimeToLookUp(): boolean {
    this.throwIfShuttingDown();
    const now = performance.now();
    if (now - this.lookedUpAt < LOOK_UP_EVERY_MS) return false;
    this.lookedUpAt = now;
    return true;
  }

  /** @throws RunStopped */
  throwIfShuttingDown(): void {
    if (this.signal.aborted) throw new RunStopped('shutting-down');
  }

  /** Hears what the store answered to a note of progress. @throws RunStopped */
  heed(answer: { isCancelRequested: boolean } | null): void {
    if (!answer) throw new RunStopped('taken-over');
    if (answer.isCancelRequested) throw new RunStopped('cancelled');
  }
}
