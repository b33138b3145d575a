import {
  IdField,
  InstantField,
  ListField,
  TextField,
  WholeNumberField,
  ChoiceField,
  FreeFormField,
  SeparatelyCheckedListField,
} from '@siyu/platform';
import { ENTRY_KINDS, type EntryKind } from './domain/acts';
import { limits } from './domain/limits';

const points = { min: 1, max: limits.points };
const reason = { max: limits.reason, description: 'Why, in words that the member may read.' };
const reference = {
  max: limits.reference,
  optional: true,
  nullable: true,
  description: 'What it belongs to: an order number, a receipt.',
};

export class CustomerPath {
  @IdField()
  customerId: string;
}

export class EntryPath extends CustomerPath {
  @WholeNumberField({ min: 1, max: 2_147_483_647, query: true })
  seq: number;
}

export class HoldPath extends CustomerPath {
  @IdField()
  holdId: string;
}

export class EarnRequest {
  @WholeNumberField(points)
  points: number;

  @TextField(reason)
  reason: string;

  @TextField(reference)
  reference?: string | null;

  @InstantField({ optional: true, nullable: true, description: "Left out: by the programme's rule; null: never." })
  expiresAt?: string | null;
}

export class SpendRequest {
  @WholeNumberField(points)
  points: number;

  @TextField(reason)
  reason: string;

  @TextField(reference)
  reference?: string | null;
}

export class AdjustRequest {
  @WholeNumberField({ min: -limits.points, max: limits.points, description: 'Up or down, not zero.' })
  points: number;

  @TextField(reason)
  reason: string;

  @TextField(reference)
  reference?: string | null;
}

export class HoldRequest extends SpendRequest {
  @InstantField({ optional: true, description: 'When it gives back by itself; left out: as the programme has it.' })
  expiresAt?: string;
}

export class PartRequest {
  @WholeNumberField({ ...points, optional: true, description: 'Left out: all that is left.' })
  points?: number;

  @TextField({ ...reason, optional: true })
  reason?: string;
}

export class ReverseRequest {
  @WholeNumberField({ ...points, optional: true, description: 'Left out: all that is left of the entry.' })
  points?: number;

  @TextField(reason)
  reason: string;
}

export class BreakdownStep {
  @TextField({ max: 200 })
  what: string;

  @WholeNumberField({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER })
  points: number;

  @FreeFormField({ optional: true })
  detail?: Record<string, unknown>;
}

export class BreakdownPart {
  @TextField({ max: 100 })
  ruleId: string;

  @WholeNumberField({ min: 0, max: 2_147_483_647 })
  ruleVersion: number;

  @TextField({ max: 200 })
  name: string;

  @WholeNumberField({ min: 0, max: limits.points })
  points: number;

  @ListField(() => BreakdownStep, { max: 1000 })
  steps: BreakdownStep[];
}

const signed = { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER };

/** One line of the ledger. Changes are signed. */
export class LedgerEntry {
  @IdField()
  customerId: string;

  @WholeNumberField({ min: 1, max: 2_147_483_647 })
  seq: number;

  @ChoiceField(ENTRY_KINDS)
  kind: EntryKind;

  @WholeNumberField({ ...signed, description: 'Change of the balance.' })
  points: number;

  @WholeNumberField(signed)
  pendingPoints: number;

  @WholeNumberField(signed)
  heldPoints: number;

  @WholeNumberField(signed)
  debtPoints: number;

  @WholeNumberField({ ...signed, description: 'Below zero while the customer owes points.' })
  balanceAfter: number;

  @TextField({ max: 300, description: 'What makes its repetition safe: `<who>:<Idempotency-Key>`, or a natural key.' })
  key: string;

  @TextField({ max: limits.reason })
  reason: string;

  @TextField({ max: limits.reference, nullable: true })
  reference: string | null;

  @TextField({ max: 40, description: 'Which part of the system asked.' })
  source: string;

  @TextField({ max: 100, description: 'Who asked.' })
  actor: string;

  @WholeNumberField({ min: 1, max: 2_147_483_647, nullable: true, description: 'The entry that this one takes back.' })
  reversesSeq: number | null;

  @WholeNumberField({ min: 0, max: limits.points, nullable: true })
  reversedPoints: number | null;

  @IdField({ nullable: true })
  holdId: string | null;

  @InstantField({ nullable: true })
  availableAt: Date | null;

  @InstantField({ nullable: true, description: 'When the points end that this entry granted or gave back.' })
  expiresAt: Date | null;

  @ListField(() => BreakdownPart, { max: 1000, nullable: true })
  breakdown: BreakdownPart[] | null;

  @InstantField({ description: 'When it happened.' })
  occurredAt: Date;

  @InstantField({ description: 'When it was booked.' })
  recordedAt: Date;
}

export const OPERATION_KINDS = ['earn', 'spend', 'adjust'] as const;

/** One operation of a batch. */
export class BatchOperation {
  @ChoiceField(OPERATION_KINDS)
  kind: (typeof OPERATION_KINDS)[number];

  @IdField()
  customerId: string;

  @TextField({ max: limits.key, pattern: limits.keyPattern, description: 'Its idempotency key.' })
  key: string;

  @WholeNumberField({ min: -limits.points, max: limits.points, description: 'Below zero for adjust only.' })
  points: number;

  @TextField(reason)
  reason: string;

  @TextField(reference)
  reference?: string | null;
}

export class PointsBatchRequest {
  @SeparatelyCheckedListField(() => BatchOperation, { min: 1, max: limits.batch })
  operations: unknown[];
}

/** What became of one operation: its entry, or why it was refused. */
export class PointsBatchResult {
  @ChoiceField(['booked', 'replayed', 'refused'])
  outcome: 'booked' | 'replayed' | 'refused';

  @WholeNumberField({ min: 1, max: 2_147_483_647, optional: true })
  seq?: number;

  @WholeNumberField({ ...signed, optional: true })
  balanceAfter?: number;

  @TextField({ max: 100, optional: true })
  code?: string;

  @TextField({ max: 500, optional: true })
  detail?: string;
}

export class PointsBatchAnswer {
  @WholeNumberField({ min: 0, max: limits.batch })
  booked: number;

  @WholeNumberField({ min: 0, max: limits.batch })
  replayed: number;

  @WholeNumberField({ min: 0, max: limits.batch })
  refused: number;

  @ListField(() => PointsBatchResult, { max: limits.batch, description: 'One per operation, in order.' })
  results: PointsBatchResult[];
}
