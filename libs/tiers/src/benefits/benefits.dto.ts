import {
  ChoiceField,
  DayField,
  IdField,
  InstantField,
  ListField,
  ObjectField,
  TextField,
  WholeNumberField,
} from '@siyu/platform';
import { BENEFIT_KINDS, type BenefitKind, type Quota } from '../ladders/domain/ladder';
import { ISSUE_STATUSES, type IssueStatus } from './benefits.entities';

const MOMENTS = ['entry', 'birthday', 'standing'] as const;
const PERIODS = ['month', 'year', 'tier', 'ever'] as const;
const MOST_SHOWN = 100;

export class BenefitTier {
  @TextField({ max: 40 })
  key: string;

  @TextField({ max: 100 })
  name: string;
}

export class QuotaLeft {
  @WholeNumberField({ min: 1 })
  times: number;

  @ChoiceField(PERIODS, { description: '`tier`: for as long as she holds the tier this time.' })
  per: Quota['per'];

  @WholeNumberField({ min: 0 })
  left: number;

  @DayField({ nullable: true, description: 'From when all of it is there again; null: not by a day.' })
  renewsOn: string | null;
}

/** What the tier of a customer gives. */
export class HeldBenefit {
  @TextField({ max: 40 })
  key: string;

  @ChoiceField(BENEFIT_KINDS)
  kind: BenefitKind;

  @TextField({ max: 100 })
  name: string;

  @TextField({ min: 0, max: 1000 })
  description: string;

  @ChoiceField(MOMENTS)
  when: (typeof MOMENTS)[number];

  @WholeNumberField({ nullable: true, description: 'Of a gift of points.' })
  points: number | null;

  @TextField({ max: 10, nullable: true, description: 'Of a multiplier: a decimal like 1.5.' })
  factor: string | null;

  @WholeNumberField({ min: 0, description: 'How often she used it within the period of its quota, or ever.' })
  used: number;

  @ObjectField(() => QuotaLeft, { nullable: true, description: 'Null: without limit.' })
  quota: QuotaLeft | null;
}

/** A gift that a customer got. */
export class BenefitGift {
  @IdField()
  id: string;

  @TextField({ max: 40 })
  benefitKey: string;

  @ChoiceField(BENEFIT_KINDS)
  kind: BenefitKind;

  @TextField({ max: 100, description: 'As it was then.' })
  name: string;

  @TextField({ min: 0, max: 1000 })
  description: string;

  @WholeNumberField({ nullable: true })
  points: number | null;

  @TextField({ max: 40 })
  tierKey: string;

  @ChoiceField(ISSUE_STATUSES)
  status: IssueStatus;

  @InstantField()
  issuedAt: string;

  @InstantField({ nullable: true })
  settledAt: string | null;
}

/** A gift as staff see it. */
export class BenefitIssue extends BenefitGift {
  @IdField()
  customerId: string;

  @TextField({ max: 100, description: 'For what: `entry:gold`, `entry:gold:2026`, `birthday:2026`.' })
  issueKey: string;

  @TextField({ max: 200, nullable: true, description: 'Who handed it over, or made it void.' })
  settledBy: string | null;

  @TextField({ max: 128, nullable: true, description: 'Of points: the number of the entry.' })
  reference: string | null;

  @TextField({ max: 500, nullable: true })
  note: string | null;
}

export class BenefitUse {
  @IdField()
  id: string;

  @IdField()
  customerId: string;

  @TextField({ max: 40 })
  benefitKey: string;

  @TextField({ max: 100, description: 'As it was then.' })
  name: string;

  @TextField({ max: 40 })
  tierKey: string;

  @InstantField()
  usedAt: string;

  @TextField({ max: 200 })
  usedBy: string;

  @TextField({ max: 128, nullable: true })
  reference: string | null;

  @TextField({ max: 500, nullable: true })
  note: string | null;

  @InstantField({ nullable: true })
  undoneAt: string | null;

  @TextField({ max: 200, nullable: true })
  undoneBy: string | null;
}

export class CustomerBenefits {
  @ObjectField(() => BenefitTier, { nullable: true, description: 'Null before there is a ladder.' })
  tier: BenefitTier | null;

  @ListField(() => HeldBenefit, { max: 1000 })
  benefits: HeldBenefit[];

  @ListField(() => BenefitIssue, { max: MOST_SHOWN, description: 'The latest gifts, newest first.' })
  issues: BenefitIssue[];

  @ListField(() => BenefitUse, { max: MOST_SHOWN, description: 'The latest uses, newest first, undone ones included.' })
  uses: BenefitUse[];
}

export class MyBenefits {
  @ObjectField(() => BenefitTier, { nullable: true, description: 'Null before there is a ladder.' })
  tier: BenefitTier | null;

  @ListField(() => HeldBenefit, { max: 1000 })
  benefits: HeldBenefit[];

  @ListField(() => BenefitGift, { max: MOST_SHOWN, description: 'The latest gifts, newest first; none that is void.' })
  gifts: BenefitGift[];
}

export class CustomerBenefitsPath {
  @IdField()
  id: string;
}

export class BenefitUsesPath extends CustomerBenefitsPath {
  @TextField({ max: 40 })
  benefitKey: string;
}

export class BenefitUsePath extends BenefitUsesPath {
  @IdField()
  useId: string;
}

export class BenefitUseRequest {
  @TextField({ max: 128, optional: true, nullable: true, description: 'What it belongs to: a parcel, a booking.' })
  reference?: string | null;

  @TextField({ max: 500, optional: true, nullable: true })
  note?: string | null;
}
