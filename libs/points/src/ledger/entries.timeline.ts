import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CustomerFacets, timelineAt, TimelineSources, type TimelineEntry, type TimelinePage } from '@siyu/customers';
import { Database, rows } from '@siyu/platform';

/** An id of the form that timelines want (RFC 9562, version 8), made of an entry's number, so that ids sort as numbers do. */
const ID = `('00000000-0000-8000-8000-' || lpad(to_hex(seq), 12, '0'))::uuid`;

/** What the ledger adds to a customer's timeline, and points to the list of customers. */
@Injectable()
export class EntriesTimeline implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly timelines: TimelineSources,
    private readonly facets: CustomerFacets,
  ) {}

  onModuleInit(): void {
    this.timelines.register({ kinds: ['points'], page: (customerId, page) => this.page(customerId, page) });
    this.facets.register({
      name: 'points',
      view: 'points_balances_v',
      fields: {
        balance: { column: 'balance', type: 'number' },
        pending: { column: 'pending', type: 'number' },
        held: { column: 'held', type: 'number' },
        debt: { column: 'debt', type: 'number' },
        earned: { column: 'earned', type: 'number' },
        spent: { column: 'spent', type: 'number' },
        expired: { column: 'expired', type: 'number' },
        activeAt: { column: 'active_at', type: 'instant' },
      },
    });
  }

  /** By the time it happened: an award of an old order stands beside the order. One customer's entries are sorted at once. */
  private page(customerId: string, { before, limit }: TimelinePage): Promise<TimelineEntry[]> {
    const behind = before ? `and (occurred_at, ${ID}) < ($3::timestamptz, $4::uuid)` : '';
    return rows<TimelineEntry>(
      this.database.em,
      `select ${ID} as id, 'points' as kind, ${timelineAt('occurred_at')} as at,
         jsonb_build_object('seq', seq, 'kind', kind, 'points', points, 'pendingPoints', pending_points,
           'heldPoints', held_points, 'balanceAfter', balance_after, 'reason', reason, 'reference', reference) as data
       from points_entries where customer_id = $1 ${behind} order by occurred_at desc, seq desc limit $2`,
      [customerId, limit, ...(before ? [before.at, before.id] : [])],
    );
  }
}
