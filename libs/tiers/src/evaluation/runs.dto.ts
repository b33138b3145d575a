import {
  BooleanField,
  ChoiceField,
  FreeFormField,
  IdField,
  InstantField,
  ListField,
  TextField,
  WholeNumberField,
} from '@siyu/platform';
import { RUN_CAUSES, RUN_STATUSES, type RunCause, type RunRow, type RunStatus } from './evaluation.entities';

export class TierRunPath {
  @IdField()
  id: string;
}

/** An evaluation of everybody. */
export class TierRun {
  @IdField()
  id: string;

  @ChoiceField(RUN_STATUSES)
  status: RunStatus;

  @ChoiceField(RUN_CAUSES)
  cause: RunCause;

  @IdField()
  ladderId: string;

  @WholeNumberField({ min: 1 })
  version: number;

  @InstantField({ description: 'The moment it is about, however long it takes.' })
  asOf: string;

  @BooleanField({ description: 'The very first one: customers are placed where they stand.' })
  isPlacement: boolean;

  @IdField({ nullable: true, description: 'Account of whoever asked for it; null for the schedule.' })
  requestedBy: string | null;

  @InstantField()
  requestedAt: string;

  @InstantField({ nullable: true })
  startedAt: string | null;

  @InstantField({ nullable: true })
  finishedAt: string | null;

  @TextField({ max: 500, nullable: true, description: 'Why it failed.' })
  message: string | null;

  @WholeNumberField({ min: 0 })
  doneCustomers: number;

  @WholeNumberField({ min: 0, nullable: true })
  totalCustomers: number | null;

  @FreeFormField({ description: 'How many moves of each kind were made: `{ "rose": 12, "kept": 480 }`.' })
  moves: Record<string, number>;
}

export class TierRunPage {
  @ListField(() => TierRun, { max: 200 })
  items: TierRun[];

  @TextField({ max: 500, nullable: true })
  nextCursor: string | null;
}

export function runView(run: RunRow): TierRun {
  const { runId, status, cause, ladderId, version, isPlacement, requestedBy, message, totalCustomers } = run;
  return {
    id: runId,
    status,
    cause,
    ladderId,
    version,
    asOf: run.asOf.toISOString(),
    isPlacement,
    requestedBy,
    requestedAt: run.requestedAt.toISOString(),
    startedAt: run.startedAt?.toISOString() ?? null,
    finishedAt: run.finishedAt?.toISOString() ?? null,
    message,
    doneCustomers: run.doneCustomers,
    totalCustomers,
    moves: { ...run.moves },
  };
}
