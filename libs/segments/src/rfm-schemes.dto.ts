import { ChoiceField, ListField, NumberListField, ObjectField, TextField, WholeNumberField } from '@siyu/platform';
import type { SchemeTemplate } from './domain/templates';

export class RfmNames {
  @TextField({ max: 40, example: '重要价值' })
  zh: string;

  @TextField({ max: 60, example: 'Important, valued' })
  en: string;
}

/** A segment of the scheme. */
export class RfmSegment {
  @TextField({ max: 40, example: 'important-value' })
  code: string;

  @ObjectField(() => RfmNames)
  names: RfmNames;

  @WholeNumberField({ min: 1, description: '1 is best: says what moving up or down is.' })
  rank: number;
}

export class RfmGridRow {
  @TextField({ max: 40, pattern: /^[a-z][a-z0-9-]*$/, example: 'champions' })
  code: string;

  @ObjectField(() => RfmNames)
  names: RfmNames;

  @NumberListField({ min: 2, max: 2, example: [4, 5], description: 'Lowest and highest score.' })
  r: number[];

  @NumberListField({ min: 2, max: 2, example: [4, 5] })
  f: number[];

  @NumberListField({ min: 2, max: 2, example: [1, 5] })
  m: number[];

  @WholeNumberField({ min: 1, max: 100, optional: true, description: 'By default the place in the table.' })
  rank?: number;
}

export class RfmScheme {
  @ChoiceField(['average8', 'grid'], {
    description:
      '`average8`: each score at or above the average of the run, or below. `grid`: the first row that matches.',
  })
  kind: 'average8' | 'grid';

  @ListField(() => RfmGridRow, { max: 50, optional: true, description: 'With `grid`.' })
  rows?: RfmGridRow[];

  @ObjectField(() => RfmNames, { optional: true, description: 'With `grid`: names of the rest, code `others`.' })
  others?: RfmNames;
}

/** A ready scheme to start from. */
export class RfmTemplate implements SchemeTemplate {
  @TextField({ max: 40, example: 'grid11' })
  code: string;

  @ObjectField(() => RfmNames)
  names: RfmNames;

  @WholeNumberField({ nullable: true, description: 'Scores per axis that it is made for; null for any number.' })
  bins: number | null;

  @ObjectField(() => RfmScheme)
  scheme: SchemeTemplate['scheme'];

  @ListField(() => RfmSegment, { max: 100 })
  segments: RfmSegment[];
}

export class RfmTemplates {
  @ListField(() => RfmTemplate, { max: 20 })
  items: RfmTemplate[];
}
