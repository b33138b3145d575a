import {
  ChoiceField,
  DayField,
  IdField,
  InstantField,
  ListField,
  NumberListField,
  ObjectField,
  TextField,
  TextListField,
  WholeNumberField,
} from '@siyu/platform';
import { RUN_STATUSES, type RfmRunRow, type RunStatus } from './rfm.entities';

/** Cut points per axis, ascending: days, orders, cents. */
export class RfmCuts {
  @NumberListField({ max: 9 })
  recency: number[];

  @NumberListField({ max: 9 })
  frequency: number[];

  @NumberListField({ max: 9 })
  monetary: number[];
}

export class RfmRunPath {
  @IdField()
  id: string;
}

export class RfmRunView {
  @IdField()
  id: string;

  @ChoiceField(RUN_STATUSES)
  status: RunStatus;

  @TextField({ max: 500, nullable: true, description: 'Why it failed.' })
  message: string | null;

  @WholeNumberField({ min: 0 })
  settingsVersion: number;

  @IdField({ nullable: true, description: 'Account of whoever asked for it; null for the schedule.' })
  requestedBy: string | null;

  @InstantField()
  requestedAt: string;

  @InstantField({ nullable: true })
  startedAt: string | null;

  @InstantField({ nullable: true })
  finishedAt: string | null;

  @DayField({ nullable: true, description: 'The day from which recency is counted; known once the run has begun.' })
  referenceDay: string | null;

  @DayField({ nullable: true, description: 'First day that counts; null for all history.' })
  windowFrom: string | null;

  @ObjectField(() => RfmCuts, { nullable: true, description: 'As used, quantiles included.' })
  cuts: RfmCuts | null;

  @WholeNumberField({ nullable: true, description: 'Customers with a purchase in the window.' })
  scoredCount: number | null;

  @WholeNumberField({ nullable: true, description: 'All customers.' })
  customersCount: number | null;

  @WholeNumberField({ nullable: true })
  ordersCount: number | null;

  @WholeNumberField({ nullable: true })
  netCents: number | null;

  @TextListField({ max: 200, maxLength: 3, nullable: true })
  currencies: string[] | null;

  @InstantField({ nullable: true, description: 'When the scores were dropped; the summary stays.' })
  scoresDroppedAt: string | null;
}

export class RfmRunPage {
  @ListField(() => RfmRunView, { max: 200 })
  items: RfmRunView[];

  @TextField({ max: 500, nullable: true })
  nextCursor: string | null;
}

export function runView(run: RfmRunRow): RfmRunView {
  const instant = (at: Date | null) => at?.toISOString() ?? null;
  return {
    id: run.runId,
    status: run.status,
    message: run.message,
    settingsVersion: run.settingsVersion,
    requestedBy: run.requestedBy,
    requestedAt: run.requestedAt.toISOString(),
    startedAt: instant(run.startedAt),
    finishedAt: instant(run.finishedAt),
    referenceDay: run.referenceDay,
    windowFrom: run.windowFrom,
    cuts: run.cuts,
    scoredCount: run.scoredCount,
    customersCount: run.customersCount,
    ordersCount: run.ordersCount,
    netCents: run.netCents,
    currencies: run.currencies,
    scoresDroppedAt: instant(run.scoresDroppedAt),
  };
}
