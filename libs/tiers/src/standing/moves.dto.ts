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
import { MOVE_KINDS, type MoveKind } from '../evaluation/domain/moves';
import { MEASURES, type Measure, type Window } from '../ladders/domain/ladder';

const WINDOWS = ['lifetime', 'rolling', 'calendar-year', 'membership-year'] as const;

/** What of a history counts. */
export class FigureWindow {
  @ChoiceField(WINDOWS)
  kind: (typeof WINDOWS)[number];

  @WholeNumberField({ min: 1, max: 1200, optional: true, description: 'Of `rolling`.' })
  months?: number;
}

/** A measure over a window. */
export class TierFigure {
  @TextField({ max: 100, example: 'spend_rolling_12' })
  figure: string;

  @ChoiceField(MEASURES)
  measure: Measure;

  @ObjectField(() => FigureWindow)
  window: Window;
}

export class DecidingFigure extends TierFigure {
  @WholeNumberField({ description: 'Spend in cents.' })
  value: number;
}

export class NamedTier {
  @TextField({ max: 100 })
  key: string;

  @TextField({ max: 100 })
  name: string;
}

export class NamedLadderVersion {
  @IdField()
  ladderId: string;

  @TextField({ min: 0, max: 200 })
  name: string;

  @WholeNumberField({ min: 1 })
  version: number;
}

/** A line of a member's history, as she sees it. */
export class MyTierMove {
  @WholeNumberField({ min: 1 })
  moveNo: number;

  @ChoiceField(MOVE_KINDS)
  kind: MoveKind;

  @InstantField({ description: 'From when it counts.' })
  at: Date;

  @ObjectField(() => NamedTier, { nullable: true })
  from: NamedTier | null;

  @ObjectField(() => NamedTier)
  to: NamedTier;

  @DayField({ nullable: true, description: 'Last day of validity from then on; null: without end.' })
  validUntil: string | null;

  @DayField({ nullable: true, description: 'The day that windows were laid around.' })
  figuresAsOf: string | null;

  @ListField(() => DecidingFigure, { max: 200, nullable: true, description: 'Null where no figure decided.' })
  figures: DecidingFigure[] | null;
}

/** A line of a customer's history. */
export class CustomerTierMove extends MyTierMove {
  @InstantField({ description: 'When it was made.' })
  recordedAt: Date;

  @ObjectField(() => NamedTier, { nullable: true, description: 'What the rules said before, also under a lock.' })
  underneathFrom: NamedTier | null;

  @ObjectField(() => NamedTier, { description: 'What the rules say from then on.' })
  underneathTo: NamedTier;

  @ObjectField(() => NamedLadderVersion)
  ladder: NamedLadderVersion;

  @TextField({ max: 500, nullable: true })
  reason: string | null;

  @TextField({ max: 100, description: '`staff:<id>`, `api-key:<id>` or `system`.' })
  actor: string;
}

export class CustomerTierMovePage {
  @ListField(() => CustomerTierMove, { max: 200 })
  items: CustomerTierMove[];

  @TextField({ max: 500, nullable: true })
  nextCursor: string | null;
}

/** Without whom of the house and why of the house. */
export function moveForMember(move: CustomerTierMove): MyTierMove {
  const { moveNo, kind, at, from, to, validUntil, figuresAsOf, figures } = move;
  return { moveNo, kind, at, from, to, validUntil, figuresAsOf, figures };
}
