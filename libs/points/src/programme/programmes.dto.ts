import {
  CentsField,
  ChoiceField,
  DayField,
  IdField,
  InstantField,
  ListField,
  NumberListField,
  ObjectField,
  TextField,
  WholeNumberField,
} from '@siyu/platform';
import type { ExpiryRule, ShortfallPolicy } from './domain/programme';
import type { ProgrammeSettings } from './domain/read-programme';
import type { ProgrammeVersion } from './programmes.service';

export class PointsExpiryRule {
  @ChoiceField(['never', 'after', 'end-of-next-year', 'inactivity'])
  kind: ExpiryRule['kind'];

  @WholeNumberField({ min: 1, max: 36_500, optional: true, description: 'With `after`: how many days or months.' })
  count?: number;

  @ChoiceField(['days', 'months'], { optional: true, description: 'With `after`; `months` by default.' })
  unit?: 'days' | 'months';

  @ChoiceField(['day', 'month', 'quarter', 'year'], {
    optional: true,
    description: 'With `after`: the end of what is waited for then; `day` by default.',
  })
  endOf?: 'day' | 'month' | 'quarter' | 'year';

  @WholeNumberField({ min: 1, max: 1200, optional: true, description: 'With `inactivity`.' })
  months?: number;
}

export class DatedPointsExpiryRule {
  @DayField({ nullable: true, description: 'Holds for points earned from this day on; null on the first rule only.' })
  from: string | null;

  @ObjectField(() => PointsExpiryRule)
  rule: PointsExpiryRule;
}

export class PointsValue {
  @WholeNumberField({ min: 1, max: 1e9, description: 'So many points …' })
  points: number;

  @CentsField({ description: '… cost so many cents when they are spent.' })
  cents: number;

  @TextField({ min: 3, max: 3, pattern: /^[A-Z]{3}$/, example: 'CNY' })
  currency: string;
}

class ProgrammeFields {
  @TextField({
    max: 64,
    description: 'IANA name; days of the programme begin and end in it.',
    example: 'Asia/Shanghai',
  })
  timeZone: string;

  @ChoiceField(['floor', 'half-up', 'ceil'])
  rounding: 'floor' | 'half-up' | 'ceil';

  @ListField(() => DatedPointsExpiryRule, { min: 1, max: 100, description: 'In order of their days.' })
  expiryRules: DatedPointsExpiryRule[];

  @ChoiceField(['only_pending', 'within_balance', 'debt'], {
    description: 'What happens when more has to be taken back than there is.',
  })
  shortfall: ShortfallPolicy;

  @WholeNumberField({ min: 0, max: 3650, description: 'Days that points given back to an expired lot have.' })
  graceDays: number;

  @WholeNumberField({ min: 0, max: 1e12, description: 'An adjustment of more than this waits for a second person.' })
  approvalAbove: number;

  @WholeNumberField({
    min: 0,
    max: 3650,
    nullable: true,
    description: 'Awards of orders wait until so many days after completion; null: available at once.',
  })
  pendingDaysAfterCompletion: number | null;

  @WholeNumberField({ min: 1, max: 525_600, description: 'How long a hold lasts that does not say so itself.' })
  holdMinutes: number;

  @NumberListField({
    max: 20,
    description: 'Days before expiry at which members are warned: whole numbers of 1 to 365.',
  })
  warningDays: number[];

  @ObjectField(() => PointsValue, { optional: true, nullable: true, description: 'For the liability in money.' })
  pointValue?: PointsValue | null;
}

/** New settings. */
export class ProgrammeChange extends ProgrammeFields {
  @WholeNumberField({
    min: 0,
    optional: true,
    description: 'The version that was changed; refused when there is a newer one. Left out: whatever is in force.',
  })
  expectedVersion?: number;

  @TextField({ max: 500, optional: true, nullable: true, description: 'Why it was changed.' })
  note?: string | null;
}

export class ProgrammeView extends ProgrammeFields {
  @WholeNumberField({ min: 0, description: '0: the defaults, which nobody wrote.' })
  version: number;

  @IdField({ nullable: true })
  authorId: string | null;

  @TextField({ max: 500, nullable: true })
  note: string | null;

  @InstantField({ nullable: true })
  createdAt: string | null;
}

export class ProgrammePage {
  @ListField(() => ProgrammeView, { max: 200 })
  items: ProgrammeView[];

  @TextField({ max: 500, nullable: true })
  nextCursor: string | null;
}

export function programmeView({ version, settings, authorId, note, createdAt }: ProgrammeVersion): ProgrammeView {
  return { ...settings, version, authorId, note, createdAt: createdAt?.toISOString() ?? null };
}

/** What was sent, without what an expiry rule of its kind has no use for. */
export function settingsOf({ expectedVersion: _, note: __, ...sent }: ProgrammeChange): ProgrammeSettings {
  return { ...sent, expiryRules: sent.expiryRules.map(({ from, rule }) => ({ from, rule: expiryRuleOf(rule) })) };
}

function expiryRuleOf({ kind, count, unit, endOf, months }: PointsExpiryRule): ExpiryRule {
  if (kind === 'after') return { kind, count: count ?? 0, unit: unit ?? 'months', endOf: endOf ?? 'day' };
  if (kind === 'inactivity') return { kind, months: months ?? 0 };
  return { kind };
}
