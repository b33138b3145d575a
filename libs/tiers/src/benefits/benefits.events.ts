import { defineEvent } from '@siyu/platform';
import type { BenefitKind } from '../ladders/domain/ladder';

/** A gift of a tier that a customer got. */
export interface IssuedBenefit {
  customerId: string;
  issueId: string;
  /** Why: `entry:gold`, `entry:gold:2026`, `birthday:2026`. */
  issueKey: string;
  tierKey: string;
  benefitKey: string;
  kind: BenefitKind;
  name: string;
}

/** Customers got gifts. Told once of each, at most some hundred at a time. */
export interface BenefitsIssued {
  issues: IssuedBenefit[];
}

export const benefitIssued = defineEvent<BenefitsIssued>('tiers.benefit-issued');
