import type { Identity } from '@siyu/customers';
import {
  CentsField,
  ChoiceField,
  FreeFormField,
  IdField,
  InstantField,
  ListField,
  SeparatelyCheckedListField,
  TextField,
  WholeNumberField,
} from '@siyu/platform';
import { SourceIdentity } from './batches.dto';
import { limits } from './domain/limits';
import { orderKinds, orderStatuses, type OrderInput, type OrderKind, type OrderStatus } from './domain/order';
import { OrderRefund } from './refunds.dto';

export class IncomingOrderItem {
  @TextField({ max: limits.sku })
  sku: string;

  @TextField({ max: limits.name, optional: true, nullable: true })
  name?: string | null;

  @TextField({ max: limits.category, optional: true, nullable: true })
  category?: string | null;

  @WholeNumberField({ min: 0, max: limits.quantity })
  quantity: number;

  @WholeNumberField({ min: 0, max: limits.cents, description: 'Price of one piece.' })
  unitPriceCents: number;
}

export class IncomingOrder {
  @TextField({ max: limits.source, description: 'Which shop or system says so.', example: 'tmall' })
  source: string;

  @TextField({ max: limits.externalId, description: 'Order number within the source.' })
  externalId: string;

  @ListField(() => SourceIdentity, { max: limits.identities, description: 'Whose order it is; at least one.' })
  identities: Identity[];

  @TextField({ max: limits.customerName, optional: true, nullable: true, description: 'For a customer not known yet.' })
  customerName?: string | null;

  @InstantField()
  placedAt: string;

  @InstantField({ optional: true, nullable: true, description: 'A paid order without it was paid when placed.' })
  paidAt?: string | null;

  @ChoiceField(orderStatuses)
  status: OrderStatus;

  @TextField({
    min: 3,
    max: 3,
    optional: true,
    example: 'CNY',
    description: 'ISO 4217; the programme’s when left out.',
  })
  currency?: string;

  @WholeNumberField({ min: 0, max: limits.cents, description: 'What was paid in all.' })
  totalCents: number;

  @ListField(() => IncomingOrderItem, { max: limits.itemsPerOrder, optional: true })
  items?: IncomingOrderItem[];

  @TextField({ max: limits.channel, optional: true, nullable: true })
  channel?: string | null;

  @FreeFormField({ maxBytes: limits.utmCharacters, optional: true, nullable: true })
  utm?: Record<string, unknown> | null;

  @ChoiceField(orderKinds, { optional: true, description: 'A return lowers what the customer spent; default: sale.' })
  kind?: OrderKind;
}

export class OrderBatch {
  @SeparatelyCheckedListField(() => IncomingOrder, { max: limits.ordersPerBatch })
  orders: unknown[];
}

/** The order as the rules take it. */
export function toOrderInput(dto: IncomingOrder, defaultCurrency: string): OrderInput {
  return {
    ...dto,
    currency: dto.currency ?? defaultCurrency,
    placedAt: new Date(dto.placedAt),
    paidAt: dto.paidAt ? new Date(dto.paidAt) : null,
  };
}

/** One order in a list. */
export class OrderSummary {
  @IdField()
  orderId: string;

  @IdField()
  customerId: string;

  @TextField({ max: limits.source })
  source: string;

  @TextField({ max: limits.externalId })
  externalId: string;

  @ChoiceField(orderKinds)
  kind: OrderKind;

  @ChoiceField(orderStatuses)
  status: OrderStatus;

  @InstantField()
  placedAt: string;

  @InstantField({ nullable: true })
  paidAt: string | null;

  @TextField({ max: 3 })
  currency: string;

  @CentsField()
  totalCents: number;

  @CentsField({ description: 'What counts as given back; never more than the total.' })
  refundedCents: number;

  @TextField({ max: limits.channel, nullable: true })
  channel: string | null;

  @WholeNumberField({ min: 0 })
  itemsCount: number;

  @ListField(() => OrderRefund, { max: 10_000 })
  refunds: OrderRefund[];
}

export class OrderPage {
  @ListField(() => OrderSummary, { max: 200 })
  items: OrderSummary[];

  @TextField({ max: 500, nullable: true })
  nextCursor: string | null;
}

export class OrderLine {
  @TextField({ max: limits.sku })
  sku: string;

  @TextField({ max: limits.name, nullable: true })
  name: string | null;

  @TextField({ max: limits.category, nullable: true })
  category: string | null;

  @WholeNumberField({ min: 0, max: limits.quantity })
  quantity: number;

  @CentsField()
  unitPriceCents: number;
}

/** One order with everything that is known of it. */
export class OrderDetails extends OrderSummary {
  @ListField(() => OrderLine, { max: limits.itemsPerOrder })
  items: OrderLine[];

  @FreeFormField({ nullable: true })
  utm: Record<string, unknown> | null;

  @InstantField()
  createdAt: string;

  @InstantField()
  updatedAt: string;
}

/** What a source calls an order, in the address. */
export class SourceKeyPath {
  @TextField({ max: limits.source })
  source: string;

  @TextField({ max: limits.externalId })
  externalId: string;
}

export class CustomerPath {
  @IdField()
  id: string;
}

export class CustomerOrderPath extends CustomerPath {
  @IdField()
  orderId: string;
}
