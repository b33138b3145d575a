/** Customers behind an id and up to another. */
export interface Slice {
  behind: string | null;
  upTo: string;
  customers: number;
}

/**
 * Hands out the customers in slices to several who work at the same time, and knows up to where all of them are done. Whoever
 * goes on after a crash begins there; a slice that was done beyond it is looked at again and found done.
 */
export class Slices {
  private handedTo: string | null;
  private reached: { doneTo: string | null; doneCustomers: number };
  private readonly open: { slice: Slice; isDone: boolean }[] = [];
  private cutting: Promise<unknown> = Promise.resolve();

  constructor(
    { doneTo, doneCustomers }: { doneTo: string | null; doneCustomers: number },
    private readonly cut: (behind: string | null) => Promise<{ upTo: string; customers: number } | null>,
  ) {
    this.handedTo = doneTo;
    this.reached = { doneTo, doneCustomers };
  }

  /** The next slice; null when there are none left. */
  next(): Promise<Slice | null> {
    const cut = this.cutting.then(async () => {
      const found = await this.cut(this.handedTo);
      if (!found) return null;
      const slice = { behind: this.handedTo, ...found };
      this.handedTo = found.upTo;
      this.open.push({ slice, isDone: false });
      return slice;
    });
    this.cutting = cut.catch(() => undefined);
    return cut;
  }

  /** @returns up to where all are done now; null when that is where it was */
  done(slice: Slice): { doneTo: string; doneCustomers: number } | null {
    this.open.find((each) => each.slice === slice)!.isDone = true;
    let moved: Slice | null = null;
    while (this.open[0]?.isDone) {
      moved = this.open.shift()!.slice;
      this.reached = { doneTo: moved.upTo, doneCustomers: this.reached.doneCustomers + moved.customers };
    }
    return moved && { doneTo: moved.upTo, doneCustomers: this.reached.doneCustomers };
  }
}
