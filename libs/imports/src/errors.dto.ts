import { ChoiceField, ListField, PageQuery, TextField, TextListField, WholeNumberField } from '@siyu/platform';
import { LANGUAGES, type Language } from './domain/faults';
import { CELL_CHARS } from './kinds.dto';

export class LanguageQuery {
  @ChoiceField(LANGUAGES, { optional: true, description: 'Language of the reasons.' })
  language: Language = 'en';
}

export class ImportErrorsQuery extends PageQuery {
  @ChoiceField(LANGUAGES, { optional: true, description: 'Language of the messages.' })
  language: Language = 'en';
}

class RowFaultView {
  @TextField({ max: 100 })
  code: string;

  @TextField({ max: 100, nullable: true, description: 'Field of the kind, or `identities`.' })
  field: string | null;

  @TextField({ max: CELL_CHARS, nullable: true, description: 'Column of the file; several are joined by `+`.' })
  column: string | null;

  @TextField({ max: 100, nullable: true, keepSpace: true, description: 'The value, shortened.' })
  value: string | null;

  @TextField({ max: 1000 })
  message: string;
}

class ImportErrorRow {
  @WholeNumberField({ min: 2, description: 'As a spreadsheet counts; the header is row 1.' })
  row: number;

  @TextListField({ max: 10_000, maxLength: CELL_CHARS })
  cells: string[];

  @ListField(() => RowFaultView, { max: 1000 })
  faults: RowFaultView[];
}

export class ImportErrorPage {
  @ListField(() => ImportErrorRow, { max: 200 })
  items: ImportErrorRow[];

  @TextField({ max: 500, nullable: true })
  nextCursor: string | null;
}
