import { Injectable } from '@nestjs/common';

/** Something that happened to a customer. What it says in words is the console's matter. */
export interface TimelineEntry {
  /** A UUID in lower case, unique within the customer's timeline. */
  id: string;
  kind: string;
  /** UTC with six decimals, `2026-11-22T08:00:00.123456Z`: of one width, so that texts sort as the times do. */
  at: string;
  data: Record<string, unknown>;
}

/** Place in a timeline: entries are ordered by `at`, then by `id`, both falling. */
export interface TimelinePosition {
  at: string;
  id: string;
}

export interface TimelinePage {
  /** Only entries strictly behind this place; from the newest on when null. */
  before: TimelinePosition | null;
  /** At most so many entries. */
  limit: number;
  /** Only entries of these kinds, all of which are the source's own. */
  kinds: readonly string[];
}

export interface TimelineSource {
  /** Kinds of entries that come from this source. */
  kinds: readonly string[];
  /** The entries of one customer, newest first. */
  page(customerId: string, page: TimelinePage): Promise<TimelineEntry[]>;
}

/**
 * SQL that writes a timestamptz column as `TimelineEntry.at`. JavaScript dates end at the millisecond, and a cursor that
 * is cut there would skip entries. The way back is `$1::timestamptz`.
 */
export function timelineAt(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}

/** Who knows what happened to a customer. */
@Injectable()
export class TimelineSources {
  private readonly sources: TimelineSource[] = [];

  /** Called by other libs when their module starts. @throws Error when another source has one of the kinds */
  register(source: TimelineSource): void {
    const taken = source.kinds.find((kind) => this.kinds().includes(kind));
    if (taken) throw new Error(`The timeline kind ${taken} is registered twice.`);
    this.sources.push(source);
  }

  all(): readonly TimelineSource[] {
    return this.sources;
  }

  kinds(): string[] {
    return this.sources.flatMap(({ kinds }) => kinds);
  }
}
