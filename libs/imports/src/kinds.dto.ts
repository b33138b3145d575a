import {
  BooleanField,
  ChoiceField,
  FreeFormField,
  ListField,
  TextField,
  TextListField,
  WholeNumberField,
} from '@siyu/platform';

const FIELD_TYPES = ['text', 'whole', 'amount', 'instant', 'day', 'choice'] as const;
/** More than any cell that is read. */
export const CELL_CHARS = 1_100_000;
export const MAPPING =
  'How columns become fields: source, columns, identities, timeZone, currency, skipRows, …; see the README of imports.';

class ChoiceWords {
  @TextField({ max: 100 })
  value: string;

  @TextListField({ max: 50, maxLength: 100, description: 'Words that shops use for it.' })
  words: string[];
}

class KindField {
  @TextField({ max: 100, description: '`attributes.*` stands for any number of fields such as `attributes.city`.' })
  name: string;

  @ChoiceField(FIELD_TYPES)
  type: (typeof FIELD_TYPES)[number];

  @BooleanField()
  required: boolean;

  @TextListField({ max: 100, maxLength: 100, description: 'Titles of columns that mean this field.' })
  synonyms: string[];

  @ListField(() => ChoiceWords, { max: 50, description: 'Of a choice: what it may be.' })
  choices: ChoiceWords[];
}

export class ImportKindView {
  @TextField({ max: 50 })
  kind: string;

  @TextField({ max: 100, description: 'Permission that running it takes, besides `imports.run`.' })
  permission: string;

  @TextField({
    max: 100,
    nullable: true,
    description: 'Rows that share this field are one record; null: every row is a record.',
  })
  keyField: string | null;

  @BooleanField({ description: 'Whether every record must name a customer.' })
  identityRequired: boolean;

  @TextListField({ max: 50, maxLength: 40, description: 'Types of identity that are known; others may be named.' })
  identityTypes: string[];

  @ListField(() => KindField, { max: 200 })
  fields: KindField[];
}

export class ImportKindList {
  @ListField(() => ImportKindView, { max: 50 })
  items: ImportKindView[];
}

class SampleRow {
  @WholeNumberField({ min: 1, description: 'As a spreadsheet counts; the header is row 1.' })
  row: number;

  @TextListField({ max: 10_000, maxLength: CELL_CHARS })
  cells: string[];
}

export class InspectionView {
  @TextField({ max: 20 })
  encoding: string;

  @TextField({ max: 1, keepSpace: true })
  delimiter: string;

  @TextListField({ max: 10_000, maxLength: CELL_CHARS })
  columns: string[];

  @ListField(() => SampleRow, { max: 20 })
  rows: SampleRow[];

  @FreeFormField({ description: `A guess to start from. ${MAPPING}` })
  mapping: object;

  @TextListField({ max: 200, maxLength: 100, description: 'Required fields that no column seems to hold.' })
  missing: string[];
}
