import { IdField, InstantField, ListField, ObjectField, TextField, WholeNumberField } from '@siyu/platform';
import { RfmSegment } from './rfm-schemes.dto';
import { RfmRunQuery } from './rfm-summaries.dto';

export class RfmMovementQuery extends RfmRunQuery {
  @IdField({ optional: true, description: 'The run to compare with; the one before when left out.' })
  previousRunId?: string;
}

export class RfmStep {
  @TextField({ max: 40, nullable: true, description: 'Null: not scored in the run before.' })
  from: string | null;

  @TextField({ max: 40, nullable: true, description: 'Null: no longer scored.' })
  to: string | null;

  @WholeNumberField({ min: 1 })
  customers: number;
}

export class RfmDirections {
  @WholeNumberField()
  up: number;

  @WholeNumberField()
  down: number;

  @WholeNumberField()
  same: number;

  @WholeNumberField({ description: 'Not scored in the run before.' })
  new: number;

  @WholeNumberField({ description: 'No longer scored.' })
  lapsed: number;

  @WholeNumberField({ description: 'Between segments that can’t be ranked against each other.' })
  changed: number;
}

export class RfmMovement {
  @IdField()
  runId: string;

  @IdField()
  previousRunId: string;

  @InstantField()
  computedAt: string;

  @InstantField()
  previousComputedAt: string;

  @ListField(() => RfmSegment, { max: 100, description: 'Segments of the run, best first.' })
  segments: RfmSegment[];

  @ListField(() => RfmSegment, { max: 100, description: 'Segments of the run before.' })
  previousSegments: RfmSegment[];

  @ListField(() => RfmStep, { max: 10_000, description: 'The cells of the matrix that are not empty.' })
  steps: RfmStep[];

  @ObjectField(() => RfmDirections)
  counts: RfmDirections;
}
