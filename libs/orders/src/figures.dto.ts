import { CentsField, IdField, InstantField, NumberField, TextField, WholeNumberField } from '@siyu/platform';

/** What a customer's orders come to. */
export class OrderFigures {
  @IdField()
  customerId: string;

  @WholeNumberField({ min: 0, description: 'Purchases: paid sales of which some money stayed.' })
  ordersCount: number;

  @TextField({ max: 3, description: 'That of the last purchase; the amounts are of it alone.' })
  currency: string;

  @CentsField({ description: 'Paid sales.' })
  grossCents: number;

  @CentsField({ description: 'Refunds and returns.' })
  refundedCents: number;

  @CentsField({ signed: true })
  netCents: number;

  @InstantField({ nullable: true })
  firstPaidAt: string | null;

  @InstantField({ nullable: true })
  lastPaidAt: string | null;

  @NumberField({ min: 0, nullable: true, description: 'Mean gap between purchases; null below two of them.' })
  averageIntervalDays: number | null;

  @InstantField({ nullable: true, description: 'Null when there never was an order.' })
  computedAt: string | null;
}
