import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CustomerFacets, timelineAt, TimelineSources, type TimelineEntry, type TimelinePage } from '@siyu/customers';
import { Database, rows } from '@siyu/platform';

/** An id of the form that timelines want (RFC 9562, version 8), made of an entry's number, so that ids sort as numbers do. */
const ID = `('00000000-0000-8000-9000-' || lpad(to_hex(seq), 12, '0'))::uuid`;

/** Growth value in a customer's timeline, and both values in the list of customers. */
@Injectable()
export class ValuesTimeline implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly timelines: TimelineSources,
    private readonly facets: CustomerFacets,
  ) {}

  onModuleInit(): void {
    this.timelines.register({ kinds: ['growth'], page: (customerId, page) => this.page(customerId, page) });
    this.facets.register({
      name: 'values',
      view: 'tiers_values_v',
      fields: {
        growth: { column: 'growth', type: 'number' },
        valueScore: { column: 'value_score', type: 'number' },
      },
    });
  }

  /** Beside what it was given for: an entry stands at the moment it belongs to. */
  private page(customerId: string, { before, limit }: TimelinePage): Promise<TimelineEntry[]> {
    const behind = before ? `and (occurred_at, ${ID}) < ($3::timestamptz, $4::uuid)` : '';
    return rows<TimelineEntry>(
      this.database.em,
      `select ${ID} as id, 'growth' as kind, ${timelineAt('occurred_at')} as at,
         jsonb_build_object('seq', seq, 'amount', amount, 'balanceAfter', balance_after, 'source', source,
           'ruleKey', rule_key, 'reason', reason, 'subjectId', subject_id) as data
       from tiers_value_entries where customer_id = $1 and ledger = 'growth' ${behind}
       order by occurred_at desc, seq desc limit $2`,
      [customerId, limit, ...(before ? [before.at, before.id] : [])],
    );
  }
}
