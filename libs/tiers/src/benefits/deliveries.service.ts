import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@siyu/kernel';
import { CLOCK, Database, Events } from '@siyu/platform';
import { LedgerService, type Act, type Answer } from '@siyu/points';
import type { EntityManager } from 'typeorm';
import { benefitIssued } from './benefits.events';
import type { IssueRow } from './benefits.entities';
import { pointsKey } from './domain/gifts';
import { IssuesStore, type Announcement, type Settlement } from './issues.store';

const ISSUES_PER_BATCH = 500;
const MAX_REASON = 200;
const SYSTEM = 'system';

/**
 * Hands gifts over. Points are booked first, under the key of the issue, then the issue is marked and others are told, in one
 * transaction: whoever dies between the two leaves an issue that is taken up again, and points that are not booked twice.
 */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly database: Database,
    private readonly store: IssuesStore,
    private readonly ledger: LedgerService,
    private readonly events: Events,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Of these customers, some hundred at most. */
  async deliverTo(customerIds: readonly string[], signal?: AbortSignal): Promise<void> {
    const issues = await this.store.unannouncedOf(this.database.em, customerIds);
    for (let at = 0; at < issues.length; at += ISSUES_PER_BATCH) {
      signal?.throwIfAborted();
      await this.handOver(issues.slice(at, at + ISSUES_PER_BATCH));
    }
  }

  /** Of everybody. */
  async sweep(signal?: AbortSignal): Promise<void> {
    let behind: string | null = null;
    do {
      signal?.throwIfAborted();
      const issues: IssueRow[] = await this.store.unannounced(this.database.em, behind, ISSUES_PER_BATCH);
      await this.handOver(issues);
      behind = issues.length === ISSUES_PER_BATCH ? issues.at(-1)!.issueId : null;
    } while (behind !== null);
  }

  private async handOver(issues: IssueRow[]): Promise<void> {
    if (issues.length === 0) return;
    const gifts = issues.filter(({ kind, status }) => kind === 'points-gift' && status === 'issued');
    const answers = await this.ledger.postAll(gifts.map(asAct));
    const settlements = new Map(gifts.map(({ issueId }, index) => [issueId, settlementOf(answers[index]!)]));
    const announcements = issues.map(({ customerId, issueId }) => {
      return { customerId, issueId, settlement: settlements.get(issueId) ?? null };
    });
    await this.database.transaction((em) => this.announce(em, announcements));
  }

  private async announce(em: EntityManager, announcements: Announcement[]): Promise<void> {
    const announced = await this.store.announce(em, announcements, SYSTEM, this.clock.now());
    const given = announced.filter(({ status }) => status !== 'void');
    if (given.length === 0) return;
    await this.events.publish(em, benefitIssued, {
      issues: given.map(({ customerId, issueId, issueKey, tierKey, benefitKey, kind, benefit: { name } }) => ({
        customerId,
        issueId,
        issueKey,
        tierKey,
        benefitKey,
        kind,
        name,
      })),
    });
  }
}

function asAct({ customerId, issueId, issueKey, benefitKey, benefit, issuedAt }: IssueRow): Act {
  return {
    kind: 'earn',
    customerId,
    key: pointsKey({ issueKey, benefitKey }),
    points: benefit.points!,
    reason: benefit.name.slice(0, MAX_REASON),
    reference: issueId,
    source: 'tiers',
    actor: SYSTEM,
    occurredAt: issuedAt,
    // Booked before under another issue, of a customer whom this one took over: she had it.
    anyContent: true,
  };
}

/** Points that the ledger refuses (the customer is gone) are void: they would be refused tomorrow as well. */
function settlementOf(answer: Answer): Settlement {
  if ('refusal' in answer) return { status: 'void', reference: null, note: answer.refusal.code };
  return { status: 'delivered', reference: String(answer.entry!.seq), note: null };
}
