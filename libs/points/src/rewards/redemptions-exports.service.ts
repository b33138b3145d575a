import { Injectable } from '@nestjs/common';
import { csvLine } from '@siyu/kernel';
import { Audit, Database, type Actor } from '@siyu/platform';
import type { RedemptionsFilter } from './redemptions.dto';
import { RedemptionsQueries } from './redemptions.queries';
import type { RedemptionRow } from './rewards.entities';

const ROWS_AT_ONCE = 1_000;
const HEADER = [
  'redemption_id',
  'customer_id',
  'created_at',
  'state',
  'kind',
  'reward_id',
  'reward_name',
  'quantity',
  'points',
  'name',
  'phone',
  'region',
  'detail',
  'carrier',
  'tracking_no',
  'shipped_at',
  'completed_at',
  'cancelled_at',
];

/** The list for whoever packs parcels: with addresses in full, without codes. */
@Injectable()
export class RedemptionsExportsService {
  constructor(
    private readonly database: Database,
    private readonly queries: RedemptionsQueries,
    private readonly audit: Audit,
  ) {}

  /** Newest first, read as fast as it is taken. That somebody asked is on record before the first line leaves. */
  async csv(actor: Actor, filter: RedemptionsFilter): Promise<AsyncIterable<string>> {
    await this.audit.record(this.database.em, {
      actor,
      action: 'points.export-redemptions',
      subject: 'redemption',
      subjectId: 'all',
      after: { filter: { ...filter } },
    });
    return this.lines(filter);
  }

  private async *lines(filter: RedemptionsFilter): AsyncGenerator<string> {
    yield csvLine(HEADER);
    let before: string | null = null;
    for (;;) {
      const found: RedemptionRow[] = await this.queries.rows(filter, before, ROWS_AT_ONCE);
      if (found.length > 0) yield found.map(toLine).join('');
      if (found.length < ROWS_AT_ONCE) return;
      before = found.at(-1)!.redemptionId;
    }
  }
}

function toLine(one: RedemptionRow): string {
  const { redemptionId, customerId, createdAt, state, kind, rewardId, rewardName, quantity, points, address } = one;
  const { name = '', phone = '', region = '', detail = '' } = address ?? {};
  return csvLine([
    redemptionId,
    customerId,
    createdAt.toISOString(),
    state,
    kind,
    rewardId,
    rewardName,
    quantity,
    points,
    name,
    phone,
    region,
    detail,
    one.carrier ?? '',
    one.trackingNo ?? '',
    one.shippedAt?.toISOString() ?? '',
    one.completedAt?.toISOString() ?? '',
    one.cancelledAt?.toISOString() ?? '',
  ]);
}
