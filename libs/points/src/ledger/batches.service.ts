import { Injectable } from '@nestjs/common';
import { DomainError } from '@siyu/kernel';
import { actorLabel, type Operator } from '@siyu/platform';
import { pointsPermissions } from '../points.permissions';
import { ProgrammesService } from '../programme/programmes.service';
import { keyOf } from './act-keys';
import type { PointsBatchAnswer, PointsBatchResult } from './acts.dto';
import type { Answer } from './acts.service';
import type { Act } from './domain/acts';
import { ledgerErrors } from './domain/errors';
import { readOperation } from './domain/operations';
import { LedgerService } from './ledger.service';

/** Many operations in one request. Each has its own key and its own result; none suffers for another. */
@Injectable()
export class BatchesService {
  constructor(
    private readonly ledger: LedgerService,
    private readonly programmes: ProgrammesService,
  ) {}

  /** @returns one result per operation, in order; the operations of one customer are booked in their order */
  async book(actor: Operator, operations: unknown[]): Promise<PointsBatchAnswer> {
    const { approvalAbove } = await this.programmes.current();
    const acts: Act[] = [];
    const places = operations.map((operation) => {
      try {
        return acts.push(this.actOf(actor, operation, approvalAbove)) - 1;
      } catch (error) {
        if (error instanceof DomainError) return error;
        throw error;
      }
    });
    const answers = await this.ledger.postAll(acts);
    const results = places.map((place) => resultOf(typeof place === 'number' ? answers[place]! : { refusal: place }));
    const count = (outcome: PointsBatchResult['outcome']) =>
      results.filter((result) => result.outcome === outcome).length;
    return { booked: count('booked'), replayed: count('replayed'), refused: count('refused'), results };
  }

  private actOf(actor: Operator, value: unknown, approvalAbove: number): Act {
    const operation = readOperation(value);
    if (operation.kind === 'adjust') {
      if (!actor.permissions.has(pointsPermissions.adjust)) throw ledgerErrors.mayNotAdjust();
      if (Math.abs(operation.points) > approvalAbove) throw ledgerErrors.approvalNeeded(approvalAbove);
    }
    return { ...operation, key: keyOf(actor, operation.key), source: 'api', actor: actorLabel(actor) };
  }
}

function resultOf(answer: Answer): PointsBatchResult {
  if ('refusal' in answer) return { outcome: 'refused', code: answer.refusal.code, detail: answer.refusal.detail };
  const { seq, balanceAfter } = answer.entry!;
  return { outcome: answer.replayed ? 'replayed' : 'booked', seq, balanceAfter };
}
