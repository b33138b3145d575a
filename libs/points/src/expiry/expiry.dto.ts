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
import { PointsValue } from '../programme/programmes.dto';
import type { Breakage } from './domain/breakage';

const count = { min: 0 };

export class PointsBreakage {
  @WholeNumberField({
    ...count,
    nullable: true,
    description: 'Share that is never spent, of 10,000; null: see `reason`.',
  })
  basisPoints: number | null;

  @ChoiceField(['history-too-short', 'nothing-came-due'], { nullable: true })
  reason: Breakage['reason'];

  @WholeNumberField({ ...count, description: 'Points that came due within the twelve months.' })
  cameDue: number;

  @WholeNumberField({ ...count, description: 'How many of these expired.' })
  expired: number;

  @DayField({ description: 'First day of the twelve complete months that were looked at.' })
  from: string;

  @DayField({ description: 'The day behind the last one.' })
  until: string;
}

export class PointsLiabilityMonth {
  @TextField({ max: 7, example: '2027-03' })
  month: string;

  @WholeNumberField(count)
  points: number;

  @WholeNumberField({ ...count, nullable: true })
  expectedBreakage: number | null;

  @WholeNumberField({ ...count, nullable: true })
  expectedRedemption: number | null;

  @WholeNumberField({ ...count, nullable: true })
  valueCents: number | null;
}

/** What the house owes in points. */
export class PointsLiability {
  @InstantField()
  computedAt: Date;

  @TextField({ max: 64 })
  timeZone: string;

  @WholeNumberField({ ...count, description: 'Customers who have points to spend.' })
  customers: number;

  @WholeNumberField({ ...count, description: 'Points that can be spent or are held: all months and what never ends.' })
  outstanding: number;

  @WholeNumberField({ ...count, description: 'Part of `outstanding`.' })
  held: number;

  @WholeNumberField({ ...count, description: 'Awards that wait; not part of `outstanding`.' })
  pending: number;

  @WholeNumberField({ ...count, description: 'What customers owe.' })
  debt: number;

  @ListField(() => PointsLiabilityMonth, { max: 10_000, description: 'By the month of the last day of points.' })
  months: PointsLiabilityMonth[];

  @WholeNumberField(count)
  neverExpiring: number;

  @WholeNumberField({ ...count, description: 'Part of `months`: ends only if the customer does nothing.' })
  endingByInactivity: number;

  @ObjectField(() => PointsBreakage)
  breakage: PointsBreakage;

  @WholeNumberField({ ...count, nullable: true })
  expectedBreakage: number | null;

  @WholeNumberField({ ...count, nullable: true })
  expectedRedemption: number | null;

  @ObjectField(() => PointsValue, { nullable: true, description: 'As the programme has it.' })
  pointValue: PointsValue | null;

  @WholeNumberField({ ...count, nullable: true, description: 'Of `outstanding`, as if all of it were spent.' })
  valueCents: number | null;
}

export class CalendarQuery {
  @DayField({ optional: true, description: 'Left out: today.' })
  from?: string;

  @DayField({ optional: true, description: 'Left out: 90 days on; at most 366 days.' })
  to?: string;
}

export class CalendarPath {
  @DayField()
  day: string;
}

export class ExpiryDay {
  @DayField({ description: 'The last day on which the points can be spent.' })
  day: string;

  @WholeNumberField(count)
  points: number;

  @WholeNumberField(count)
  customers: number;
}

export class ExpiryCalendar {
  @InstantField()
  computedAt: Date;

  @ListField(() => ExpiryDay, { max: 366, description: 'Days on which something ends.' })
  items: ExpiryDay[];
}

export class ExpiryDayCustomer {
  @IdField()
  customerId: string;

  @TextField({ min: 0, max: 200, description: 'Empty when nobody knows it.' })
  displayName: string;

  @WholeNumberField(count)
  points: number;
}

export class ExpiryDayCustomerPage {
  @ListField(() => ExpiryDayCustomer, { max: 200 })
  items: ExpiryDayCustomer[];

  @TextField({ max: 500, nullable: true })
  nextCursor: string | null;
}
