import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CustomerFacets, timelineAt, TimelineSources, type TimelineEntry, type TimelinePage } from '@siyu/customers';
import { Database, rows } from '@siyu/platform';
import { VersionsQueries } from '../ladders/versions.queries';

/** An id of the form that timelines want (RFC 9562, version 8), made of a move's number, so that ids sort as numbers do. */
const ID = `('00000000-0000-8000-8001-' || lpad(to_hex(move_no), 12, '0'))::uuid`;

/** What tiers add to the list of customers and to a customer's timeline. */
@Injectable()
export class StandingFacets implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly facets: CustomerFacets,
    private readonly timelines: TimelineSources,
    private readonly versions: VersionsQueries,
  ) {}

  onModuleInit(): void {
    this.timelines.register({ kinds: ['tier'], page: (customerId, page) => this.page(customerId, page) });
    this.facets.register({
      name: 'tier',
      view: 'tiers_members_v',
      fields: {
        key: {
          column: 'tier_key',
          type: 'choice',
          options: () => this.keys(),
          // Who never left the lowest tier has no row.
          ifNone: async () => (await this.keys())[0] ?? null,
        },
        since: { column: 'since', type: 'instant' },
        validUntil: { column: 'valid_until', type: 'day' },
        inGrace: { column: 'grace', type: 'choice', options: ['yes', 'no'], ifNone: () => Promise.resolve('no') },
        lockedUntil: { column: 'lock_until', type: 'day' },
      },
    });
  }

  private async keys(): Promise<string[]> {
    const version = await this.versions.inForce();
    return version ? version.terms.tiers.map(({ key }) => key) : [];
  }

  private page(customerId: string, { before, limit }: TimelinePage): Promise<TimelineEntry[]> {
    const behind = before ? `and (at, ${ID}) < ($3::timestamptz, $4::uuid)` : '';
    return rows<TimelineEntry>(
      this.database.em,
      `select ${ID} as id, 'tier' as kind, ${timelineAt('at')} as at,
         jsonb_build_object('moveNo', move_no, 'kind', kind, 'from', ${nameOf('from_key')}, 'to', ${nameOf('to_key')},
           'validUntil', valid_until, 'reason', reason, 'actor', actor) as data
       from tiers_moves m left join tiers_versions v using (ladder_id, version)
       where customer_id = $1 ${behind} order by at desc, move_no desc limit $2`,
      [customerId, limit, ...(before ? [before.at, before.id] : [])],
    );
  }
}

/** A tier by key and name; a key that the version doesn't know stands for itself. */
function nameOf(column: string): string {
  return `case when ${column} is not null then jsonb_build_object('key', ${column}, 'name', coalesce(
    (select t ->> 'name' from jsonb_array_elements(v.terms -> 'tiers') as t where t ->> 'key' = ${column}), ${column})) end`;
}
