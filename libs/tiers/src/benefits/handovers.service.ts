import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@siyu/kernel';
import { actorLabel, Audit, CLOCK, Database, type Operator } from '@siyu/platform';
import type { IssueRow } from './benefits.entities';
import { benefitErrors } from './domain/errors';
import { IssuesStore, type IssueRef, type Settlement } from './issues.store';

/** What staff do with gifts that are handed over by people. */
@Injectable()
export class HandoversService {
  constructor(
    private readonly database: Database,
    private readonly store: IssuesStore,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Marks a gift as handed over or as void. Saying the same again changes nothing.
   *
   * @throws DomainError `tiers.issue-unknown` (not-found), `tiers.issue-settled` (conflict) when it was decided otherwise,
   *   `tiers.issue-of-points` (refused)
   */
  async settle(actor: Operator, settlement: IssueRef & Settlement): Promise<IssueRow> {
    const { customerId, issueId, status, reference, note } = settlement;
    return this.database.transaction(async (em) => {
      const before = await this.store.find(em, customerId, issueId);
      if (!before) throw benefitErrors.issueUnknown();
      if (before.kind === 'points-gift') throw benefitErrors.issueOfPoints();
      const settled = await this.store.settle(em, settlement, actorLabel(actor), this.clock.now());
      const after = (await this.store.find(em, customerId, issueId))!;
      if (!settled && after.status !== status) throw benefitErrors.issueSettled(after.status);
      if (settled)
        await this.audit.record(em, {
          actor,
          action: `tiers.${status === 'void' ? 'void' : 'deliver'}-benefit`,
          subject: 'customer',
          subjectId: customerId,
          before: { status: before.status },
          after: { issueId, status, reference, note },
        });
      return after;
    });
  }
}
