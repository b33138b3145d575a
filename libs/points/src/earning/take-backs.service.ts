import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@siyu/kernel';
import type { Purchase } from '@siyu/orders';
import { CLOCK } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import type { Act } from '../ledger/domain/acts';
import { LedgerService } from '../ledger/ledger.service';
import { ReferencesQueries } from '../ledger/references.queries';
import { ProgrammesService } from '../programme/programmes.service';
import { AwardsStore } from './awards.store';
import { awardKeys } from './domain/award-keys';
import { dueOf, isCompleted } from './domain/order-awards';
import type { AwardRow } from './earning.entities';

const DAY_MS = 86_400_000;
const SYSTEM = { source: 'orders', actor: 'system' };

/** What becomes of awards after they were made. Works in the caller's transaction, which holds the earners' locks. */
@Injectable()
export class TakeBacksService {
  constructor(
    private readonly awards: AwardsStore,
    private readonly ledger: LedgerService,
    private readonly references: ReferencesQueries,
    private readonly programmes: ProgrammesService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Takes back what is due of the awards, lets those of completed orders mature, and gives back what was spent on cancelled
   * orders.
   *
   * @param orders where they are now, by customer and order; an award whose order is not there was left behind by it
   */
  async settle(em: EntityManager, awards: readonly AwardRow[], orders: ReadonlyMap<string, Purchase>): Promise<void> {
    const maturity = await this.maturity(em);
    const changes = awards.map((award) => {
      const order = orders.get(`${award.customerId} ${award.subjectId}`) ?? null;
      return { award, ...changeOf(award, order, maturity) };
    });
    const giveBacks = await this.giveBacks(em, [...orders.values()]);
    const refused = await this.post(em, [...changes.flatMap(({ acts }) => acts), ...giveBacks]);
    const changed = changes.filter(({ acts }) => acts.length > 0 && !acts.some((act) => refused.has(act)));
    await this.awards.update(
      em,
      changed.map(({ after }) => after),
    );
    const gone = changed.filter(
      ({ after, award }) => after.takenPoints === after.points && award.takenPoints < award.points,
    );
    await this.awards.uncount(
      em,
      gone.flatMap(({ award: { customerId, uses } }) => uses.map((use) => ({ ...use, customerId }))),
    );
  }

  /** @returns the acts that the ledger refused: points that moved to another account are not there to be taken */
  private async post(em: EntityManager, acts: Act[]): Promise<ReadonlySet<Act>> {
    if (acts.length === 0) return new Set();
    const answers = await this.ledger.postIn(em, acts);
    return new Set(acts.filter((_, index) => 'refusal' in answers[index]!));
  }

  /** When an award whose order is completed now will be available. */
  private async maturity(em: EntityManager): Promise<Date> {
    const { pendingDaysAfterCompletion } = await this.programmes.current(em);
    return new Date(this.clock.now().getTime() + (pendingDaysAfterCompletion ?? 0) * DAY_MS);
  }

  private async giveBacks(em: EntityManager, orders: readonly Purchase[]): Promise<Act[]> {
    const references = orders
      .filter(({ status }) => status === 'cancelled')
      .flatMap((order) => {
        const names = [order.externalId, `${order.source}:${order.externalId}`];
        return names.map((reference) => ({ customerId: order.customerId, reference, order }));
      });
    const byName = new Map(references.map((each) => [`${each.customerId} ${each.reference}`, each.order]));
    return (await this.references.spentOn(em, references)).map(({ customerId, reference, seq }) => {
      const key = awardKeys.giveBack(byName.get(`${customerId} ${reference}`)!, seq);
      return { ...SYSTEM, kind: 'reverse', customerId, key, seq, atMost: true, reason: 'cancelled', reference };
    });
  }
}

function changeOf(award: AwardRow, order: Purchase | null, availableAt: Date): { after: AwardRow; acts: Act[] } {
  const { customerId, awardKey, seq } = award;
  const due = dueOf(award, order);
  const points = due.points - award.takenPoints;
  if (points > 0) {
    const after = { ...award, takenPoints: due.points, isWaiting: award.isWaiting && due.points < award.points };
    const key = awardKeys.takeBack(awardKey, due.points);
    const takeBack: Act = {
      ...SYSTEM,
      kind: 'reverse',
      customerId,
      key,
      seq,
      points,
      atMost: true,
      reason: due.reason,
    };
    const next = changeOf(after, order, availableAt);
    return { after: next.after, acts: [takeBack, ...next.acts] };
  }
  if (!isCompleted(award, order)) return { after: award, acts: [] };
  const mature: Act = {
    ...SYSTEM,
    kind: 'mature',
    customerId,
    key: awardKeys.mature(awardKey),
    seq,
    at: availableAt,
    reason: 'completed',
  };
  return { after: { ...award, isWaiting: false }, acts: [mature] };
}
