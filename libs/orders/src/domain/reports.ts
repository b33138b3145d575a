/**
 * A batch of reports, each about one thing that its source names by `key`, is applied as if the reports came one after the
 * other: the first of a new key creates, one with other content or another customer updates, one that says what is already
 * known changes nothing. Since only the last report of a key is left standing, only that one is written.
 *
 * Example: nothing stored; reports A1, B1, A2, A2 -> created, created, updated, unchanged; written: B1 and the last A2.
 */
export type Outcome = 'created' | 'updated' | 'unchanged';

export interface Report {
  key: string;
  customerId: string;
  /** Hash of the content. */
  hash: string;
}

/** What the books hold under a key. */
export type Held = Omit<Report, 'key'>;

export interface Verdict {
  /** One per report, in order. */
  outcomes: Outcome[];
  /** Positions of the reports that must be written, at most one per key. */
  writes: number[];
}

/** @param held what is stored now, by key */
export function judge(reports: Report[], held: ReadonlyMap<string, Held>): Verdict {
  const standing = new Map<string, { position: number; report: Report }>();
  const outcomes = reports.map((report, position): Outcome => {
    const before = standing.get(report.key)?.report ?? held.get(report.key);
    standing.set(report.key, { position, report });
    if (!before) return 'created';
    return isSame(before, report) ? 'unchanged' : 'updated';
  });
  const writes = [...standing.values()]
    .filter(({ report }) => !isSame(held.get(report.key), report))
    .map(({ position }) => position);
  return { outcomes, writes };
}

function isSame(before: Held | undefined, report: Held): boolean {
  return before !== undefined && before.hash === report.hash && before.customerId === report.customerId;
}

/** The name of a thing within all sources; the separator cannot occur in either part. */
export function keyOf(thing: { source: string; externalId: string }): string {
  return `${thing.source}\0${thing.externalId}`;
}
