import {
  BooleanField,
  CentsField,
  ChoiceField,
  DayField,
  IdField,
  InstantField,
  ListField,
  NumberField,
  ObjectField,
  TextField,
  TextListField,
  WholeNumberField,
} from '@siyu/platform';
import type { LadderTerms, Threshold } from '../ladders/domain/ladder';
import { CustomerTierMove, MyTierMove, NamedLadderVersion, TierFigure } from './moves.dto';

const MATCHES = ['all', 'any'] as const;
const ENDS = ['keep', 'one-down', 're-evaluate'] as const;
const MOST_TIERS = 50;
const MOST_CRITERIA = 50;

export class ShownTier {
  @TextField({ max: 100 })
  key: string;

  @TextField({ max: 100 })
  name: string;

  @TextField({ max: 100 })
  icon: string;

  @TextField({ max: 7, example: '#a0b1c2' })
  colour: string;

  @WholeNumberField({ min: 0, description: '0 is the lowest.' })
  rank: number;
}

export class TierCriterion extends TierFigure {
  @WholeNumberField({ min: 1, description: 'Spend in cents of the ladder’s currency.' })
  atLeast: number;

  @WholeNumberField()
  has: number;

  @WholeNumberField({ min: 0 })
  missing: number;

  @NumberField({ min: 0, max: 1, description: 'How much of it is done.' })
  share: number;

  @BooleanField()
  met: boolean;

  @DayField({ nullable: true, description: 'Last day of the year that is counted; null where the window goes along.' })
  until: string | null;
}

/** What a tier takes, and how far it is. */
export class TierAim {
  @ObjectField(() => ShownTier)
  tier: ShownTier;

  @ChoiceField(MATCHES, { description: 'Whether all criteria are wanted, or any.' })
  match: Threshold['match'];

  @BooleanField()
  met: boolean;

  @ListField(() => TierCriterion, { max: MOST_CRITERIA })
  criteria: TierCriterion[];

  @DayField({ nullable: true, description: 'The day on which it is decided; null: as soon as it is reached.' })
  decidedOn: string | null;
}

export class TierKeeping extends TierAim {
  @DayField({ description: 'Last day on which what she does counts for it: of validity, or of grace.' })
  by: string;
}

export class TierOtherwise {
  @ChoiceField(ENDS)
  how: LadderTerms['atEnd'];

  @ObjectField(() => ShownTier)
  tier: ShownTier;

  @DayField()
  from: string;
}

export class TierLeaving extends TierFigure {
  @WholeNumberField({ description: 'What stops counting; below zero where a return is forgotten.' })
  amount: number;

  @WholeNumberField({ description: 'What is left, if she does nothing until then.' })
  hasAfter: number;
}

export class TierLeavingDay {
  @DayField({ description: 'The first day on which it no longer counts.' })
  day: string;

  @ListField(() => TierLeaving, { max: 200 })
  leaving: TierLeaving[];

  @TextListField({
    max: MOST_TIERS,
    maxLength: 100,
    description: 'Tiers whose threshold is no longer met from then on: of her own and those below, that of keeping.',
  })
  noLongerMet: string[];
}

export class TierUndoRisk {
  @DayField({ nullable: true, description: 'Last day on which refunds may undo the rise; null: without end.' })
  until: string | null;

  @ObjectField(() => ShownTier, { description: 'The tier she rose from.' })
  to: ShownTier;

  @ChoiceField(MATCHES)
  match: Threshold['match'];

  @ListField(() => TierCriterion, { max: MOST_CRITERIA })
  criteria: TierCriterion[];

  @CentsField({
    nullable: true,
    description: 'Refunds of more than that undo it; null where money does not decide alone.',
  })
  spareCents: number | null;
}

/** A tier given by staff. */
export class TierCover {
  @ObjectField(() => ShownTier)
  tier: ShownTier;

  @DayField({ description: 'Its last day.' })
  until: string;

  @BooleanField({ description: 'Whether what she does may lift her above it.' })
  mayRise: boolean;

  @ObjectField(() => ShownTier, { description: 'What the rules say, and what counts when it is over.' })
  underneath: ShownTier;
}

/** Why a customer stands where she stands, and what comes next. Everything is null or empty while there is no ladder. */
export class ExplainedTier {
  @IdField()
  customerId: string;

  @ObjectField(() => NamedLadderVersion, { nullable: true })
  ladder: NamedLadderVersion | null;

  @TextField({ max: 3, nullable: true, description: 'What spend is counted in.' })
  currency: string | null;

  @ObjectField(() => ShownTier, { nullable: true })
  tier: ShownTier | null;

  @BooleanField({ description: 'Nothing is above it.' })
  isTop: boolean;

  @InstantField({ nullable: true, description: 'Null for who never left the lowest tier.' })
  since: Date | null;

  @DayField({ nullable: true, description: 'Last day; null: without end.' })
  validUntil: string | null;

  @DayField({ nullable: true })
  graceUntil: string | null;

  @BooleanField()
  inGrace: boolean;

  @ObjectField(() => TierCover, { nullable: true })
  lock: TierCover | null;

  @ObjectField(() => TierAim, { nullable: true })
  next: TierAim | null;

  @ListField(() => TierAim, { max: MOST_TIERS, description: 'All higher tiers, the next one first.' })
  above: TierAim[];

  @ObjectField(() => TierKeeping, { nullable: true, description: 'What keeps the tier that the rules gave her.' })
  keep: TierKeeping | null;

  @ObjectField(() => TierOtherwise, { nullable: true, description: 'What follows if nothing keeps it.' })
  ifNot: TierOtherwise | null;

  @ListField(() => TierLeavingDay, { max: 400, description: 'What stops counting when, within 12 months.' })
  leaving: TierLeavingDay[];

  @ObjectField(() => TierUndoRisk, { nullable: true, description: 'A rise that refunds may still undo.' })
  undo: TierUndoRisk | null;

  @InstantField()
  computedAt: Date;
}

export class CustomerTier extends ExplainedTier {
  @ObjectField(() => CustomerTierMove, { nullable: true, description: 'What happened last.' })
  why: CustomerTierMove | null;
}

export class MyTier extends ExplainedTier {
  @ObjectField(() => MyTierMove, { nullable: true, description: 'What happened last.' })
  why: MyTierMove | null;
}
