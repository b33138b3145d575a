import {
  ChoiceField,
  DayField,
  IdField,
  InstantField,
  ListField,
  NumberField,
  NumberListField,
  ObjectField,
  TextField,
  WholeNumberField,
} from '@siyu/platform';
import { segmentsOf } from './domain/schemes';
import { defaultSettings, MAX_BINS, MIN_BINS, TIE_RULES, type TieRule } from './domain/settings';
import { RfmScheme, RfmSegment } from './rfm-schemes.dto';
import type { VersionedSettings } from './rfm-settings.service';

export class RfmScoring {
  @ChoiceField(['quantile', 'cuts'])
  method: 'quantile' | 'cuts';

  @WholeNumberField({ min: MIN_BINS, max: MAX_BINS, optional: true, description: 'With `quantile`; 5 by default.' })
  bins?: number;

  @ChoiceField(TIE_RULES, {
    optional: true,
    description:
      'With `quantile`: whether a value equal to a cut point is in the bin below (`lower`, the default) or above it ' +
      '(`upper`); `plus-one` moves each cut point up by a day, an order or a unit of the currency, then works like `upper`.',
  })
  tieRule?: TieRule;

  @NumberListField({
    max: MAX_BINS - 1,
    optional: true,
    description: 'With `cuts`: ascending days, orders or cents. A value at a cut point gets the better score.',
  })
  cuts?: number[];
}

export class RfmScorings {
  @ObjectField(() => RfmScoring, { optional: true, description: 'Few days give a high score.' })
  recency?: RfmScoring;

  @ObjectField(() => RfmScoring, { optional: true })
  frequency?: RfmScoring;

  @ObjectField(() => RfmScoring, { optional: true })
  monetary?: RfmScoring;
}

/** What a run is told. On writing, what is left out takes its default. */
class RfmSettingsFields {
  @WholeNumberField({
    min: 1,
    max: 3650,
    optional: true,
    nullable: true,
    description: `Calendar days that count, the reference day being the last; null for all history. ${defaultSettings.windowDays} by default.`,
  })
  windowDays?: number | null;

  @DayField({ optional: true, nullable: true, description: 'Null: the day of the run in the programme’s zone.' })
  referenceDay?: string | null;

  @TextField({ max: 3, pattern: /^[A-Z]{3}$/, optional: true, nullable: true, description: 'Null: any currency.' })
  currency?: string | null;

  @ObjectField(() => RfmScorings, { optional: true })
  scoring?: RfmScorings;

  @ObjectField(() => RfmScheme, { optional: true })
  scheme?: RfmScheme;

  @NumberField({
    min: 0,
    max: 50,
    optional: true,
    description: 'By how many percent of a cut point a value must pass it before the score of the run before changes.',
  })
  hysteresisPercent?: number;

  @WholeNumberField({ min: 2, max: 400, optional: true, description: 'Of how many runs the scores are kept.' })
  keepRuns?: number;
}

/** New settings. What a read gave may be sent back as it is. */
export class RfmSettingsChange extends RfmSettingsFields {
  @WholeNumberField({
    min: 0,
    optional: true,
    description: 'The version that was changed; refused when there is a newer one. Left out: whatever is in force.',
  })
  version?: number;

  @ListField(() => RfmSegment, { max: 100, optional: true, description: 'Follows from the scheme; not read.' })
  segments?: RfmSegment[];

  @IdField({ optional: true, nullable: true, description: 'Not read.' })
  authorId?: string | null;

  @InstantField({ optional: true, nullable: true, description: 'Not read.' })
  createdAt?: string | null;
}

export class RfmSettingsView extends RfmSettingsFields {
  @WholeNumberField({ min: 0, description: '0: the defaults, which nobody wrote.' })
  version: number;

  @IdField({ nullable: true })
  authorId: string | null;

  @InstantField({ nullable: true })
  createdAt: string | null;

  @ListField(() => RfmSegment, { max: 100, description: 'The segments of the scheme, best first.' })
  segments: RfmSegment[];
}

export class RfmSettingsPage {
  @ListField(() => RfmSettingsView, { max: 200 })
  items: RfmSettingsView[];

  @TextField({ max: 500, nullable: true })
  nextCursor: string | null;
}

export function settingsView({ version, settings, authorId, createdAt }: VersionedSettings): RfmSettingsView {
  return {
    version,
    authorId,
    createdAt: createdAt?.toISOString() ?? null,
    ...settings,
    segments: segmentsOf(settings.scheme),
  };
}
