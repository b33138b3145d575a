import { Injectable } from '@nestjs/common';
import { badCursor, decodeCursor, DomainError, isId, pageOf, parseInstant } from '@siyu/kernel';
import { CustomersQueries } from './customers.queries';
import type { Timeline, TimelineQuery } from './timelines.dto';
import { TimelineSources, type TimelineEntry, type TimelinePosition } from './timelines.registry';

const AT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/;

/** Everything that happened to one customer, told by all who know something of her. */
@Injectable()
export class TimelinesQueries {
  constructor(
    private readonly sources: TimelineSources,
    private readonly customers: CustomersQueries,
  ) {}

  /**
   * One page, newest first: each source gives its newest entries, and the newest of these are shown.
   *
   * @throws DomainError `customers.not-found` (not-found), `customers.kind-unknown`, `page.bad-cursor` (invalid)
   */
  async page(customerId: string, query: TimelineQuery): Promise<Timeline> {
    const wanted = this.wantedKinds(query.kinds);
    const before = query.cursor ? readCursor(query.cursor) : null;
    await this.customers.mustExist(customerId);
    const limit = query.limit + 1;
    const pages = await Promise.all(
      this.sources.all().map((source) => {
        const kinds = source.kinds.filter((kind) => wanted.has(kind));
        return kinds.length > 0 ? source.page(customerId, { before, limit, kinds }) : [];
      }),
    );
    return pageOf(pages.flat().sort(newestFirst), query.limit, ({ at, id }) => [at, id]);
  }

  private wantedKinds(text: string | undefined): Set<string> {
    const known = this.sources.kinds();
    if (text === undefined || text === '') return new Set(known);
    const wanted = text.split(',').map((kind) => kind.trim());
    if (wanted.every((kind) => known.includes(kind))) return new Set(wanted);
    const message = `must be among ${known.join(', ')}`;
    throw new DomainError('customers.kind-unknown', 'invalid', `The kinds of entries ${message}.`, {
      errors: [{ pointer: '/kinds', message }],
    });
  }
}

function newestFirst(one: TimelineEntry, other: TimelineEntry): number {
  if (one.at !== other.at) return one.at < other.at ? 1 : -1;
  return one.id < other.id ? 1 : -1;
}

function readCursor(cursor: string): TimelinePosition {
  const [at, id] = decodeCursor(cursor, 2);
  if (typeof at !== 'string' || !AT.test(at) || parseInstant(at, 'UTC') === null || !isId(id)) throw badCursor();
  return { at, id };
}
