import { Injectable, type OnModuleInit } from '@nestjs/common';
import { timelineAt, TimelineSources, type TimelineEntry, type TimelinePage } from '@siyu/customers';
import { Database, rows } from '@siyu/platform';

/** Redemptions in the customer's timeline, with the state they are in now. */
@Injectable()
export class RedemptionsTimeline implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly timelines: TimelineSources,
  ) {}

  onModuleInit(): void {
    this.timelines.register({ kinds: ['redemption'], page: (customerId, page) => this.page(customerId, page) });
  }

  private page(customerId: string, { before, limit }: TimelinePage): Promise<TimelineEntry[]> {
    const behind = before ? 'and (created_at, redemption_id) < ($3::timestamptz, $4::uuid)' : '';
    return rows<TimelineEntry>(
      this.database.em,
      `select redemption_id as id, 'redemption' as kind, ${timelineAt('created_at')} as at,
         jsonb_build_object('redemptionId', redemption_id, 'rewardId', reward_id, 'rewardName', reward_name,
           'rewardKind', kind, 'quantity', quantity, 'points', points, 'state', state) as data
       from points_redemptions where customer_id = $1 ${behind}
       order by created_at desc, redemption_id desc limit $2`,
      [customerId, limit, ...(before ? [before.at, before.id] : [])],
    );
  }
}
