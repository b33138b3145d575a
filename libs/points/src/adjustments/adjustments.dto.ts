import { ChoiceField, IdField, InstantField, ListField, PageQuery, TextField, WholeNumberField } from '@siyu/platform';
import { limits } from '../ledger/domain/limits';
import { ADJUSTMENT_STATUSES, type AdjustmentRow, type AdjustmentStatus } from './adjustments.entities';

export class AdjustmentPath {
  @IdField()
  customerId: string;

  @IdField()
  adjustmentId: string;
}

export class AdjustmentsQuery extends PageQuery {
  @ChoiceField(ADJUSTMENT_STATUSES, { optional: true })
  status?: AdjustmentStatus;

  @IdField({ optional: true })
  customerId?: string;
}

export class AdjustmentDecision {
  @TextField({ max: 500, optional: true, nullable: true, description: 'Why.' })
  note?: string | null;
}

/** A correction by hand that waits, or waited, for a second person. */
export class PointsAdjustment {
  @IdField()
  customerId: string;

  @IdField()
  adjustmentId: string;

  @WholeNumberField({ min: -limits.points, max: limits.points, description: 'Up or down.' })
  points: number;

  @TextField({ max: limits.reason })
  reason: string;

  @TextField({ max: limits.reference, nullable: true })
  reference: string | null;

  @ChoiceField(ADJUSTMENT_STATUSES)
  status: AdjustmentStatus;

  @TextField({ max: 100, description: '`staff:<id>` or `api-key:<id>`.' })
  requestedBy: string;

  @InstantField()
  requestedAt: Date;

  @TextField({ max: 100, nullable: true })
  decidedBy: string | null;

  @InstantField({ nullable: true })
  decidedAt: Date | null;

  @TextField({ max: 500, nullable: true })
  note: string | null;

  @WholeNumberField({ min: 1, max: 2_147_483_647, nullable: true, description: 'The entry that booked it.' })
  entrySeq: number | null;
}

export class PointsAdjustmentPage {
  @ListField(() => PointsAdjustment, { max: 200 })
  items: PointsAdjustment[];

  @TextField({ max: 500, nullable: true })
  nextCursor: string | null;
}

export function adjustmentView({ key: _, ...shown }: AdjustmentRow): PointsAdjustment {
  return shown;
}
