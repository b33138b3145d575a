/**
 * What a process remembers for a while: a bounded map that forgets first what was asked for least lately. Times are
 * milliseconds since the epoch.
 */
export class Recollection<Value> {
  private readonly kept = new Map<string, { value: Value; until: number }>();

  constructor(private readonly most: number) {}

  get(key: string, now: number): Value | undefined {
    const found = this.kept.get(key);
    if (!found) return undefined;
    this.kept.delete(key);
    if (found.until <= now) return undefined;
    // A map keeps its keys in the order of their arrival: the one asked for goes to the end.
    this.kept.set(key, found);
    return found.value;
  }

  set(key: string, value: Value, until: number): void {
    this.kept.delete(key);
    if (this.kept.size >= this.most) this.kept.delete(this.kept.keys().next().value!);
    this.kept.set(key, { value, until });
  }

  /** Forgets the key, if it still stands for this value. */
  forget(key: string, value?: Value): void {
    if (value === undefined || this.kept.get(key)?.value === value) this.kept.delete(key);
  }

  clear(): void {
    this.kept.clear();
  }

  get size(): number {
    return this.kept.size;
  }
}
