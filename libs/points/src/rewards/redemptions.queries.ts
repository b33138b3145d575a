import { Inject, Injectable } from '@nestjs/common';
import { PersonsQueries } from '@siyu/customers';
import { decodeIdCursor, pageOf, type Clock } from '@siyu/kernel';
import { CLOCK, Database, rows, type Operator } from '@siyu/platform';
import { pointsPermissions } from '../points.permissions';
import { AnnouncementsService } from './announcements.service';
import { rewardsErrors } from './domain/errors';
import type { RedemptionKey } from './fulfilments.service';
import type {
  MemberRedemption,
  MemberRedemptionPage,
  RedemptionPage,
  RedemptionsFilter,
  RedemptionsQuery,
  RedemptionView,
} from './redemptions.dto';
import { REDEMPTION_COLUMNS, RedemptionsStore } from './redemptions.store';
import { COVERED, memberRedemption, redemptionView, type Uncovered } from './redemptions.views';
import type { RedemptionRow } from './rewards.entities';

/** Whoever may look up a customer's phone number may see where her parcel goes. */
const REVEALS_ADDRESSES = 'customers.reveal';

/** Redemptions, for those who fulfil them and for the customer herself. */
@Injectable()
export class RedemptionsQueries {
  constructor(
    private readonly database: Database,
    private readonly store: RedemptionsStore,
    private readonly announcements: AnnouncementsService,
    private readonly persons: PersonsQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Newest first, covered for everybody. @throws DomainError `page.bad-cursor` (invalid) */
  async page(query: RedemptionsQuery): Promise<RedemptionPage> {
    const found = await this.rows(query, query.cursor ? decodeIdCursor(query.cursor) : null, query.limit + 1);
    const { items, nextCursor } = pageOf(found, query.limit, ({ redemptionId }) => [redemptionId]);
    const names = await this.namesOf(items.map(({ customerId }) => customerId));
    const named = (one: RedemptionRow) => ({
      ...redemptionView(one, COVERED),
      customerName: names.get(one.customerId) ?? '',
    });
    return { items: items.map(named), nextCursor };
  }

  private async namesOf(customerIds: string[]): Promise<Map<string, string>> {
    const found = await this.persons.of([...new Set(customerIds)]);
    return new Map(found.map(({ customerId, displayName }) => [customerId, displayName]));
  }

  /** @param before only what is older than this redemption */
  rows(filter: RedemptionsFilter, before: string | null, limit: number): Promise<RedemptionRow[]> {
    const params: unknown[] = [limit];
    const conditions = [
      ['customer_id =', filter.customerId],
      ['reward_id =', filter.rewardId],
      ['state =', filter.state],
      ['redemption_id <', before],
    ].flatMap(([condition, value]) => (value ? [`${condition} $${params.push(value)}`] : []));
    return rows<RedemptionRow>(
      this.database.em,
      `select ${REDEMPTION_COLUMNS} from points_redemptions where ${conditions.join(' and ') || 'true'}
       order by redemption_id desc limit $1`,
      params,
    );
  }

  /**
   * One redemption, with as much as the caller may see; that somebody looked is on record before anything is told.
   *
   * @throws DomainError `points.redemption-not-found` (not-found)
   */
  async get(actor: Operator, redemptionId: string): Promise<RedemptionView> {
    const key = await this.keyOf(redemptionId);
    const uncovered = uncoveredFor(actor);
    const one = await this.database.transaction(async (em) => {
      if (uncovered.codes) await this.store.markShown(em, key.customerId, redemptionId, this.clock.now());
      const found = await this.store.find(em, key.customerId, redemptionId);
      const isTelling = (uncovered.address && found?.address) || (uncovered.codes && found?.codes);
      if (found && isTelling) await this.announcements.shown(em, actor, found);
      return found;
    });
    if (!one) throw rewardsErrors.redemptionNotFound();
    return redemptionView(one, uncovered);
  }

  /** @throws DomainError `points.redemption-not-found` (not-found) */
  async keyOf(redemptionId: string): Promise<RedemptionKey> {
    const customerId = await this.store.customerOf(this.database.em, redemptionId);
    if (!customerId) throw rewardsErrors.redemptionNotFound();
    return { customerId, redemptionId };
  }

  /** Her own, newest first; codes are covered in the list. @throws DomainError `page.bad-cursor` (invalid) */
  async ownPage(customerId: string, limit: number, cursor?: string): Promise<MemberRedemptionPage> {
    const found = await this.rows({ customerId }, cursor ? decodeIdCursor(cursor) : null, limit + 1);
    const { items, nextCursor } = pageOf(found, limit, ({ redemptionId }) => [redemptionId]);
    return { items: items.map((one) => memberRedemption(one, COVERED)), nextCursor };
  }

  /**
   * Her own, with its codes.
   *
   * @throws DomainError `points.redemption-not-found` (not-found), also for what belongs to somebody else
   */
  async own(customerId: string, redemptionId: string): Promise<MemberRedemption> {
    const em = this.database.em;
    let one = await this.store.find(em, customerId, redemptionId);
    if (one?.codes && !one.codesShownAt) {
      // Written before they are told: from now on they can't be handed out again.
      await this.store.markShown(em, customerId, redemptionId, this.clock.now());
      one = await this.store.find(em, customerId, redemptionId);
    }
    if (!one) throw rewardsErrors.redemptionNotFound();
    return memberRedemption(one, { address: true, codes: true });
  }
}

/** Codes only for who fulfils, addresses also for who may see a customer's phone number. */
export function uncoveredFor({ permissions }: Operator): Uncovered {
  const fulfils = permissions.has(pointsPermissions.fulfil);
  return { address: fulfils || permissions.has(REVEALS_ADDRESSES), codes: fulfils };
}
