import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@siyu/kernel';
import { CLOCK, Database } from '@siyu/platform';
import { AwardingService, rulesAt, type Candidate } from './awarding.service';
import { awardKeys } from './domain/award-keys';
import { EarnersService } from './earners.service';

/** Awards for complete profiles, once per rule and customer. */
@Injectable()
export class ProfileAwardsService {
  constructor(
    private readonly database: Database,
    private readonly earners: EarnersService,
    private readonly awarding: AwardingService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async settle(customerIds: readonly string[]): Promise<void> {
    const at = this.clock.now();
    const rules = rulesAt(await this.awarding.rulesOf('profile-completed'), at);
    if (rules.length === 0) return;
    const known = await this.earners.know(customerIds, rules);
    const candidates = rules.flatMap((rule) =>
      customerIds.flatMap((customerId): Candidate[] => {
        const { trigger } = rule.content;
        const { knownFields } = known(customerId);
        if (trigger.kind !== 'profile-completed' || !trigger.fields.every((field) => knownFields.has(field))) return [];
        return [
          {
            customerId,
            key: awardKeys.profile(rule.ruleId),
            rules: [rule],
            subjectId: null,
            source: 'profile',
            reference: null,
            waits: false,
            occasion: { triggers: ['profile-completed'], at, ...known(customerId) },
          },
        ];
      }),
    );
    if (candidates.length === 0) return;
    await this.database.transaction(async (em) => {
      await this.awarding.lock(
        em,
        candidates.map(({ customerId }) => customerId),
      );
      await this.awarding.award(em, candidates);
    });
  }
}
