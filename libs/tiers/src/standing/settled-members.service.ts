import { Injectable } from '@nestjs/common';
import { customerNotFound } from '@siyu/customers';
import type { Day } from '@siyu/kernel';
import { EvaluationService } from '../evaluation/evaluation.service';
import type { LadderVersion } from '../ladders/domain/ladder';
import { isOverdue } from './domain/explanation';
import { MembersQueries, type CustomerStanding } from './members.queries';

/** Where customers stand by now, also when the nightly evaluation has not come to them yet. */
@Injectable()
export class SettledMembers {
  constructor(
    private readonly members: MembersQueries,
    private readonly evaluation: EvaluationService,
  ) {}

  /** @throws DomainError `customers.not-found` (not-found) */
  async get(customerId: string, version: LadderVersion | null, today: Day): Promise<CustomerStanding> {
    const found = await this.members.find(customerId);
    if (!found) throw customerNotFound();
    if (!version || !found.member || !isOverdue(found.member, version, today)) return found;
    await this.evaluation.evaluate([customerId]);
    return (await this.members.find(customerId)) ?? found;
  }
}
