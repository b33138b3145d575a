import { decodeIdCursor, encodeCursor } from '@siyu/kernel';
import { ChoiceField, IdField, InstantField, ListField, TextField, WholeNumberField } from '@siyu/platform';
import { LEDGERS, type ValueLedger } from './domain/rules';
import { PROOFS, type Proof, type ProofName } from './value-proofs.queries';
import type { SettlementStatus, ValueSettlementRow } from './values.entities';

export class ValueSettlement {
  @IdField()
  id: string;

  @ChoiceField(LEDGERS)
  ledger: ValueLedger;

  @ChoiceField(['queued', 'running', 'done', 'failed'])
  status: SettlementStatus;

  @TextField({ max: 100 })
  requestedBy: string;

  @InstantField()
  requestedAt: string;

  @InstantField({ nullable: true })
  finishedAt: string | null;

  @TextField({ max: 500, nullable: true })
  message: string | null;

  @WholeNumberField({ min: 0 })
  doneCustomers: number;

  @WholeNumberField({ min: 0 })
  bookedEntries: number;

  @WholeNumberField({ description: 'Their sum.' })
  bookedAmount: number;
}

export class ValueProofRequest {
  @ChoiceField(LEDGERS)
  ledger: ValueLedger;

  @WholeNumberField({ min: 1, max: 100_000, optional: true, description: 'How many customers; 20000 by default.' })
  customers?: number;

  @TextField({ max: 500, optional: true, description: '`nextCursor` of the part before.' })
  cursor?: string;
}

export class ValueDriftView {
  @ChoiceField(PROOFS)
  check: ProofName;

  @IdField()
  customerId: string;

  @TextField({ max: 300, nullable: true })
  where: string | null;

  @TextField({ max: 100 })
  expected: string;

  @TextField({ max: 100 })
  found: string;
}

export class ValueProof {
  @WholeNumberField({ min: 0 })
  customers: number;

  @WholeNumberField({ min: 0 })
  entries: number;

  @ListField(() => ValueDriftView, { max: 100, description: 'What is wrong; empty when the books close.' })
  drift: ValueDriftView[];

  @TextField({ max: 500, nullable: true, description: 'Null when everybody was looked at.' })
  nextCursor: string | null;
}

export function settlementView({
  settlementId,
  doneTo: _,
  requestedAt,
  finishedAt,
  ...rest
}: ValueSettlementRow): ValueSettlement {
  return {
    id: settlementId,
    ...rest,
    requestedAt: requestedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

export function proofView({ upTo, ...proof }: Proof): ValueProof {
  return { ...proof, nextCursor: upTo === null ? null : encodeCursor([upTo]) };
}

/** The customer behind whom a part begins. @throws DomainError `page.bad-cursor` (invalid) */
export function aboveOf({ cursor }: ValueProofRequest): string | null {
  return cursor === undefined ? null : decodeIdCursor(cursor);
}
