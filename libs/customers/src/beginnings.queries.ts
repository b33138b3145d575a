import { Injectable } from '@nestjs/common';
import { Database, rows } from '@siyu/platform';
import type { Identity } from './domain/identities';
import { maskIdentity } from './domain/masking';
import { timelineAt, type TimelineEntry, type TimelinePage, type TimelinePosition } from './timelines.registry';

interface Row extends Identity {
  at: string;
  source: string;
  isFirst: boolean;
}

/** What this lib tells the timeline: when the customer was first seen, and which identities came later. */
@Injectable()
export class BeginningsQueries {
  static readonly kinds = ['customer.created', 'identity.added'];

  constructor(private readonly database: Database) {}

  /** A customer has a handful of identities, so they are read whole and cut here. */
  async page(customerId: string, { before, limit, kinds }: TimelinePage): Promise<TimelineEntry[]> {
    const entries = await this.all(customerId);
    return entries
      .filter((entry) => kinds.includes(entry.kind) && (before === null || isBehind(entry, before)))
      .sort((one, other) => (isBehind(one, other) ? 1 : -1))
      .slice(0, limit);
  }

  private async all(customerId: string): Promise<TimelineEntry[]> {
    const identities = await rows<Row>(
      this.database.em,
      `select type, value, source, ${timelineAt('created_at')} as at, created_at = min(created_at) over () as "isFirst"
       from customers_identities where customer_id = $1 order by created_at, type, value`,
      [customerId],
    );
    const created = await rows<{ at: string; source: string }>(
      this.database.em,
      `select ${timelineAt('created_at')} as at, source from customers where customer_id = $1`,
      [customerId],
    );
    const [first, later] = [identities.filter(({ isFirst }) => isFirst), identities.filter(({ isFirst }) => !isFirst)];
    return [
      ...created.map(({ at, source }) => ({
        id: customerId,
        kind: 'customer.created',
        at,
        data: { source, identities: first.map(maskIdentity) },
      })),
      ...later.map(({ at, source, ...identity }, index) => ({
        id: numbered(customerId, index + 1),
        kind: 'identity.added',
        at,
        data: { source, ...maskIdentity(identity) },
      })),
    ];
  }
}

function isBehind(entry: TimelineEntry, place: TimelinePosition): boolean {
  return entry.at < place.at || (entry.at === place.at && entry.id < place.id);
}

/** An id of its own for each entry, made from the customer's, since identities have none and their values are private. */
function numbered(id: string, number: number): string {
  const tail = (Number.parseInt(id.slice(-4), 16) + number) % 0x10000;
  return id.slice(0, -4) + tail.toString(16).padStart(4, '0');
}
