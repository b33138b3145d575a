import type { Benefit } from '../ladders/domain/ladder';
import type { BenefitGift, BenefitIssue, QuotaLeft, BenefitUse, HeldBenefit } from './benefits.dto';
import type { IssueRow, UseRow } from './benefits.entities';

/** A gift as its customer sees it. */
export function giftView({ issueId, benefitKey, kind, benefit, tierKey, status, ...times }: IssueRow): BenefitGift {
  const { name, description, points } = benefit;
  return {
    id: issueId,
    benefitKey,
    kind,
    name,
    description,
    points,
    tierKey,
    status,
    issuedAt: times.issuedAt.toISOString(),
    settledAt: times.settledAt?.toISOString() ?? null,
  };
}

export function issueView(issue: IssueRow): BenefitIssue {
  const { customerId, issueKey, settledBy, reference, note } = issue;
  return { ...giftView(issue), customerId, issueKey, settledBy, reference, note };
}

export function useView({ useId, benefitName, usedAt, actor, undoneAt, ...use }: UseRow): BenefitUse {
  const { customerId, benefitKey, tierKey, reference, note, undoneBy } = use;
  return {
    id: useId,
    customerId,
    benefitKey,
    name: benefitName,
    tierKey,
    usedAt: usedAt.toISOString(),
    usedBy: actor,
    reference,
    note,
    undoneAt: undoneAt?.toISOString() ?? null,
    undoneBy,
  };
}

/** Without what is of the house alone: its cost, and how many use it. */
export function heldView(benefit: Benefit, used: number, quota: QuotaLeft | null): HeldBenefit {
  const { key, kind, name, description, when, points, factor } = benefit;
  return { key, kind, name, description, when, points, factor, used, quota };
}
