import {
  BooleanField,
  CentsField,
  IdField,
  InstantField,
  ListField,
  TextField,
  WholeNumberField,
} from '@siyu/platform';
import { limits } from './domain/limits';
import type { RefundInput } from './domain/refund-rules';
import type { RecordedRefund } from './refunds.service';

export class RefundedItem {
  @TextField({ max: limits.sku })
  sku: string;

  @TextField({ max: limits.name, optional: true, nullable: true })
  name?: string | null;

  @WholeNumberField({ min: 0, max: limits.quantity })
  quantity: number;

  @WholeNumberField({ min: 0, max: limits.cents, optional: true, nullable: true })
  amountCents?: number | null;
}

export class IncomingRefund {
  @TextField({ max: limits.externalId, description: 'Name of the refund within the order.' })
  externalId: string;

  @InstantField()
  refundedAt: string;

  @WholeNumberField({ min: 1, max: limits.cents })
  amountCents: number;

  @ListField(() => RefundedItem, { max: limits.itemsPerOrder, optional: true, nullable: true })
  items?: RefundedItem[] | null;
}

export function toRefundInput(dto: IncomingRefund): RefundInput {
  return { ...dto, refundedAt: new Date(dto.refundedAt) };
}

/** Money given back on an order. */
export class OrderRefund {
  @TextField({ max: limits.externalId })
  externalId: string;

  @InstantField()
  refundedAt: string;

  @CentsField()
  amountCents: number;

  @ListField(() => RefundedItem, { max: limits.itemsPerOrder, nullable: true })
  items: RefundedItem[] | null;
}

export class RefundAnswer extends OrderRefund {
  @IdField({ nullable: true, description: 'Null as long as the order has not come.' })
  orderId: string | null;

  @BooleanField({ description: 'Whether it counts; false as long as the order has not come.' })
  applied: boolean;
}

export function toRefundAnswer({ refundedAt, ...rest }: RecordedRefund): RefundAnswer {
  return { ...rest, refundedAt: refundedAt.toISOString() };
}
