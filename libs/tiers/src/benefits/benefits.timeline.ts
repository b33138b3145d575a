import { Injectable, type OnModuleInit } from '@nestjs/common';
import { timelineAt, TimelineSources, type TimelineEntry, type TimelinePage } from '@siyu/customers';
import { Database, rows } from '@siyu/platform';

/** Gifts and uses in the customer's timeline, with the state they are in now. */
@Injectable()
export class BenefitsTimeline implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly timelines: TimelineSources,
  ) {}

  onModuleInit(): void {
    this.timelines.register({ kinds: ['benefit'], page: (customerId, page) => this.page(customerId, page) });
  }

  private page(customerId: string, { before, limit }: TimelinePage): Promise<TimelineEntry[]> {
    const behind = before ? 'where (t.happened, t.id) < ($3::timestamptz, $4::uuid)' : '';
    return rows<TimelineEntry>(
      this.database.em,
      `select t.id, 'benefit' as kind, ${timelineAt('t.happened')} as at, t.data from (
         select issue_id as id, issued_at as happened, jsonb_build_object('what', 'gift', 'name', benefit ->> 'name',
           'benefitKey', benefit_key, 'benefitKind', kind, 'tierKey', tier_key, 'points', benefit -> 'points',
           'status', status, 'reference', reference) as data
         from tiers_benefit_issues where customer_id = $1
         union all
         select use_id, used_at, jsonb_build_object('what', 'use', 'name', benefit_name, 'benefitKey', benefit_key,
           'tierKey', tier_key, 'reference', reference, 'note', note, 'undone', undone_at is not null)
         from tiers_benefit_uses where customer_id = $1
       ) t ${behind} order by t.happened desc, t.id desc limit $2`,
      [customerId, limit, ...(before ? [before.at, before.id] : [])],
    );
  }
}
