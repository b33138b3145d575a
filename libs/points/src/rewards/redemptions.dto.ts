import { DEFAULT_LIMIT, MAX_LIMIT } from '@siyu/kernel';
import {
  BooleanField,
  ChoiceField,
  CentsField,
  IdField,
  InstantField,
  ListField,
  ObjectField,
  TextField,
  TextListField,
  WholeNumberField,
} from '@siyu/platform';
import { MAX_CODE_LENGTH } from './domain/codes';
import { REDEMPTION_STATES, type RedemptionState } from './domain/fulfilment';
import { MAX_QUANTITY, REWARD_KINDS, type RewardKind } from './domain/rewards';

export class AddressFields {
  @TextField({ max: 50 })
  name: string;

  @TextField({ min: 5, max: 30, pattern: /^\+?\d[\d -]*$/ })
  phone: string;

  @TextField({ max: 100, description: 'Province, city, district.' })
  region: string;

  @TextField({ max: 200, description: 'Street, house, door.' })
  detail: string;
}

/** As it is shown: perhaps covered. */
export class AddressView {
  @TextField({ max: 60 })
  name: string;

  @TextField({ max: 30 })
  phone: string;

  @TextField({ max: 100 })
  region: string;

  @TextField({ max: 200 })
  detail: string;
}

export class RedemptionRequest {
  @IdField()
  rewardId: string;

  @WholeNumberField({ min: 1, max: MAX_QUANTITY, optional: true, description: '1 by default.' })
  quantity?: number;

  @ObjectField(() => AddressFields, { optional: true, description: 'For goods, and for nothing else.' })
  address?: AddressFields;

  @WholeNumberField({
    min: 1,
    optional: true,
    description: 'The price of one that was shown; refused when it is another one by now.',
  })
  expectedPoints?: number;
}

export class RedemptionPath {
  @IdField()
  id: string;
}

export class Shipment {
  @TextField({ max: 50, description: 'Who carries the parcel.' })
  carrier: string;

  @TextField({ max: 60, pattern: /^[\w-]+$/ })
  trackingNo: string;
}

export class OwnCancellation {
  @TextField({ max: 200, optional: true })
  reason?: string;
}

export class Cancellation {
  @TextField({ max: 200 })
  reason: string;

  @BooleanField({
    optional: true,
    description: 'Whether it goes back into the stock; by default unless a parcel has left.',
  })
  restock?: boolean;
}

/** A redemption as its customer sees it. */
export class RedemptionFields {
  @IdField()
  id: string;

  @IdField()
  rewardId: string;

  @TextField({ max: 100, description: 'As it was then, like the price.' })
  rewardName: string;

  @ChoiceField(REWARD_KINDS)
  kind: RewardKind;

  @WholeNumberField({ min: 1 })
  quantity: number;

  @WholeNumberField({ min: 1, description: 'What all of it cost.' })
  points: number;

  @ChoiceField(REDEMPTION_STATES)
  state: RedemptionState;

  @ObjectField(() => AddressView, { nullable: true, description: 'Covered in lists and for who may not see it.' })
  address: AddressView | null;

  @TextListField({
    max: MAX_QUANTITY,
    maxLength: MAX_CODE_LENGTH,
    nullable: true,
    description: 'Covered in lists, for who may not see them and once the redemption is cancelled.',
  })
  codes: string[] | null;

  @TextField({ max: 50, nullable: true })
  carrier: string | null;

  @TextField({ max: 60, nullable: true })
  trackingNo: string | null;

  @TextField({ max: 200, nullable: true })
  cancelReason: string | null;

  @InstantField()
  createdAt: string;

  @InstantField({ nullable: true })
  shippedAt: string | null;

  @InstantField({ nullable: true })
  completedAt: string | null;

  @InstantField({ nullable: true })
  cancelledAt: string | null;
}

export class MemberRedemption extends RedemptionFields {}

export class MemberRedemptionPage {
  @ListField(() => MemberRedemption, { max: 200 })
  items: MemberRedemption[];

  @TextField({ max: 500, nullable: true })
  nextCursor: string | null;
}

export class RedemptionView extends RedemptionFields {
  @IdField()
  customerId: string;

  @CentsField({ nullable: true, description: 'Market value of one at the time.' })
  unitValueCents: number | null;

  @TextField({ max: 3, nullable: true })
  currency: string | null;

  @WholeNumberField({ min: 1, description: 'Entry of the ledger that paid for it.' })
  spendSeq: number;

  @WholeNumberField({ min: 1, nullable: true, description: 'Entry of the ledger that gave the points back.' })
  giveBackSeq: number | null;

  @TextField({ max: 100, description: 'Who asked for it: `member:<id>`, `staff:<id>`, `api-key:<id>`.' })
  actor: string;

  @BooleanField({ description: 'Whether address and codes are covered.' })
  masked: boolean;
}

export class ListedRedemption extends RedemptionView {
  @TextField({ max: 200, min: 0, description: 'Empty when nobody knows it.' })
  customerName: string;
}

export class RedemptionPage {
  @ListField(() => ListedRedemption, { max: 200 })
  items: ListedRedemption[];

  @TextField({ max: 500, nullable: true })
  nextCursor: string | null;
}

export class RedemptionsFilter {
  @ChoiceField(REDEMPTION_STATES, { optional: true })
  state?: RedemptionState;

  @IdField({ optional: true })
  rewardId?: string;

  @IdField({ optional: true })
  customerId?: string;
}

export class RedemptionsQuery extends RedemptionsFilter {
  @WholeNumberField({ min: 1, max: MAX_LIMIT, optional: true, query: true, description: 'How many rows at most.' })
  limit: number = DEFAULT_LIMIT;

  @TextField({ max: 500, optional: true, description: '`nextCursor` of the page before.' })
  cursor?: string;
}
