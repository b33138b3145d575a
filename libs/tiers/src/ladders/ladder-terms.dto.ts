import {
  BooleanField,
  CentsField,
  ChoiceField,
  DayField,
  ListField,
  NumberListField,
  ObjectField,
  TextField,
  TextListField,
  WholeNumberField,
} from '@siyu/platform';
import { BENEFIT_KINDS, MEASURES, type BenefitKind, type LadderTerms, type Measure } from './domain/ladder';
import { COLOUR, CURRENCY, LADDER_KEY, LADDER_LIMITS } from './domain/limits';
import type { SentLadder } from './domain/read-ladder';

export class LadderWindow {
  @ChoiceField(['lifetime', 'rolling', 'calendar-year', 'membership-year'])
  kind: 'lifetime' | 'rolling' | 'calendar-year' | 'membership-year';

  @WholeNumberField({ min: 1, max: LADDER_LIMITS.windowMonths, optional: true, description: 'With `rolling`.' })
  months?: number;
}

export class LadderCriterion {
  @ChoiceField(MEASURES)
  measure: Measure;

  @ObjectField(() => LadderWindow)
  window: LadderWindow;

  @WholeNumberField({ min: 1, max: LADDER_LIMITS.atLeast, description: 'Of `spend` in cents.' })
  atLeast: number;
}

export class LadderThreshold {
  @ChoiceField(['all', 'any'])
  match: 'all' | 'any';

  @ListField(() => LadderCriterion, { min: 1, max: LADDER_LIMITS.criteria })
  criteria: LadderCriterion[];
}

export class BenefitQuota {
  @WholeNumberField({ min: 1, max: LADDER_LIMITS.quotaTimes })
  times: number;

  @ChoiceField(['month', 'year', 'tier', 'ever'], { description: '`tier`: for as long as the tier is held this time.' })
  per: 'month' | 'year' | 'tier' | 'ever';
}

export class LadderBenefit {
  @TextField({ max: 40, pattern: LADDER_KEY, description: 'Stays when the name changes; unique within the tier.' })
  key: string;

  @ChoiceField(BENEFIT_KINDS)
  kind: BenefitKind;

  @TextField({ max: 100 })
  name: string;

  @TextField({ min: 0, max: 1000, description: 'What members read of it.' })
  description: string;

  @ChoiceField(['entry', 'birthday', 'standing'])
  when: 'entry' | 'birthday' | 'standing';

  @WholeNumberField({ min: 1, max: LADDER_LIMITS.points, nullable: true, description: 'Of a `points-gift`.' })
  points: number | null;

  @TextField({
    max: 10,
    nullable: true,
    description: 'Of a `points-multiplier`: a decimal above 1 with up to four decimals.',
    example: '1.5',
  })
  factor: string | null;

  @ObjectField(() => BenefitQuota, { nullable: true, description: 'Of what stands to be used; null: without limit.' })
  quota: BenefitQuota | null;

  @CentsField({ nullable: true, description: 'What one of it costs the house; for simulations.' })
  costCents: number | null;

  @WholeNumberField({ min: 0, max: 100, description: 'How many of a hundred members use it up in a year.' })
  usePercent: number;
}

export class LadderTier {
  @TextField({ max: 40, pattern: LADDER_KEY, description: 'Stays when the name changes.', example: 'silver' })
  key: string;

  @TextField({ max: 50 })
  name: string;

  @TextField({ max: 40, pattern: LADDER_KEY, description: 'A name of the console’s set of icons.' })
  icon: string;

  @TextField({ max: 7, pattern: new RegExp(COLOUR.source, 'i'), example: '#a0b1c2' })
  colour: string;

  @ObjectField(() => LadderThreshold, { nullable: true, description: 'Null for the lowest tier, and for it alone.' })
  enter: LadderThreshold | null;

  @ObjectField(() => LadderThreshold, { nullable: true, description: 'Null: that of entering.' })
  keep: LadderThreshold | null;

  @ListField(() => LadderBenefit, { max: LADDER_LIMITS.benefits })
  benefits: LadderBenefit[];

  @TextListField({
    max: LADDER_LIMITS.replaces,
    maxLength: 40,
    description: 'Tiers of earlier versions whose members are to be found here.',
  })
  replaces: string[];
}

export class LadderRises {
  @ChoiceField(['once', 'period-end'])
  at: 'once' | 'period-end';

  @ChoiceField(['month', 'quarter', 'year'], { optional: true, description: 'With `period-end`.' })
  period?: 'month' | 'quarter' | 'year';
}

export class LadderValidity {
  @ChoiceField(['unlimited', 'months', 'calendar-year', 'membership-year'])
  kind: 'unlimited' | 'months' | 'calendar-year' | 'membership-year';

  @WholeNumberField({ min: 1, max: LADDER_LIMITS.validityMonths, optional: true, description: 'With `months`.' })
  months?: number;

  @WholeNumberField({
    min: 0,
    max: LADDER_LIMITS.yearsMore,
    optional: true,
    description: 'With years: so many beyond the running one; 0 by default.',
  })
  more?: number;
}

export class LadderGifts {
  @BooleanField({ description: 'Whether tiers that were skipped in one rise pay their entry gifts.' })
  skipped: boolean;

  @ChoiceField(['ever', 'year'], { description: 'How often a tier pays its entry gifts to one customer.' })
  once: 'ever' | 'year';

  @BooleanField({ description: 'Whether the first placement of the whole base pays entry gifts.' })
  placement: boolean;
}

export class LadderStart {
  @ChoiceField(['keep', 're-evaluate'])
  kind: 'keep' | 're-evaluate';

  @DayField({
    optional: true,
    nullable: true,
    description: 'With `re-evaluate`: until this day nobody falls because of the new rules.',
  })
  grandfatherUntil?: string | null;
}

/** What a ladder says. */
export class LadderTermsBody implements SentLadder {
  @ListField(() => LadderTier, { min: 1, max: LADDER_LIMITS.tiers, description: 'Lowest first.' })
  tiers: LadderTier[];

  @TextField({ min: 3, max: 3, pattern: CURRENCY, description: 'Spend counts in this currency alone.', example: 'CNY' })
  currency: string;

  @ObjectField(() => LadderRises)
  rises: LadderRises;

  @ObjectField(() => LadderValidity)
  validity: LadderValidity;

  @ChoiceField(['keep', 'one-down', 're-evaluate'])
  atEnd: LadderTerms['atEnd'];

  @WholeNumberField({ min: 0, max: LADDER_LIMITS.graceDays })
  graceDays: number;

  @NumberListField({ max: LADDER_LIMITS.warnings, description: 'Days before the end; falling.' })
  warningDays: number[];

  @ChoiceField(['undo', 'stay'])
  refunds: 'undo' | 'stay';

  @ObjectField(() => LadderGifts)
  gifts: LadderGifts;

  @ObjectField(() => LadderStart)
  atStart: LadderStart;
}
