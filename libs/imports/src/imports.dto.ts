import {
  BooleanField,
  ChoiceField,
  FreeFormField,
  IdField,
  InstantField,
  ListField,
  ObjectField,
  PageQuery,
  TextField,
  TextListField,
  WholeNumberField,
} from '@siyu/platform';
import type { FieldFault } from '@siyu/kernel';
import { CELL_CHARS, MAPPING } from './kinds.dto';
import { IMPORT_PHASES, IMPORT_STATUSES, type ImportPhase, type ImportStatus } from './imports.entities';

export class ImportPath {
  @IdField()
  id: string;
}

export class ImportsQuery extends PageQuery {
  @ChoiceField(IMPORT_STATUSES, { optional: true, description: 'Only imports in this status.' })
  status?: ImportStatus;
}

export class ImportCreated {
  @IdField()
  id: string;
}

class CorrectionDto {
  @WholeNumberField({ min: 2, max: 2_147_483_647 })
  row: number;

  @TextField({ max: CELL_CHARS, keepSpace: true })
  column: string;

  @TextField({ min: 0, max: 1000, keepSpace: true })
  value: string;
}

export class StartImport {
  @BooleanField({ optional: true, description: 'Only find out what would happen.' })
  dryRun: boolean = false;

  @FreeFormField({ optional: true, maxBytes: 65_536, description: `Another mapping than before. ${MAPPING}` })
  mapping?: Record<string, unknown>;

  @ListField(() => CorrectionDto, {
    max: 5000,
    optional: true,
    description: 'Cells mended by hand; replaces earlier ones.',
  })
  corrections?: CorrectionDto[];
}

class RowCounts {
  @WholeNumberField({ min: 0 })
  read: number;

  @WholeNumberField({ min: 0, description: 'Passed over, as the mapping wants it.' })
  skipped: number;

  @WholeNumberField({ min: 0 })
  failed: number;
}

class FaultView implements FieldFault {
  @TextField({ max: 500 })
  pointer: string;

  @TextField({ max: 500 })
  message: string;
}

class ImportFailure {
  @TextField({ max: 100 })
  code: string;

  @TextField({ max: 2000 })
  detail: string;

  @ListField(() => FaultView, { max: 1000 })
  errors: FaultView[];
}

export class ImportView {
  @IdField()
  id: string;

  @TextField({ max: 50 })
  kind: string;

  @ChoiceField(IMPORT_STATUSES)
  status: ImportStatus;

  @ChoiceField(IMPORT_PHASES, { nullable: true, description: 'Set while the import runs.' })
  phase: ImportPhase | null;

  @BooleanField({ description: 'Whether the counts say what would happen, and nothing is written.' })
  dryRun: boolean;

  @TextField({ max: 200 })
  fileName: string;

  @WholeNumberField({ min: 0 })
  fileBytes: number;

  @WholeNumberField({ min: 0, description: 'Of the file, as it was uploaded.' })
  bytesRead: number;

  @WholeNumberField({
    min: 0,
    nullable: true,
    description: 'Records (orders, customers); null until the file is read.',
  })
  total: number | null;

  @WholeNumberField({ min: 0, description: 'Records done: created + updated + unchanged + skipped + failed.' })
  done: number;

  @WholeNumberField({ min: 0 })
  created: number;

  @WholeNumberField({ min: 0 })
  updated: number;

  @WholeNumberField({ min: 0 })
  unchanged: number;

  @WholeNumberField({ min: 0 })
  skipped: number;

  @WholeNumberField({ min: 0 })
  failed: number;

  @ObjectField(() => RowCounts, { description: 'Lines of the file.' })
  rows: RowCounts;

  @ObjectField(() => ImportFailure, { nullable: true, description: 'Why the import as a whole failed.' })
  error: ImportFailure | null;

  @IdField({ nullable: true, description: 'Member of staff; null for the command line.' })
  createdBy: string | null;

  @InstantField()
  createdAt: string;

  @InstantField({ nullable: true })
  startedAt: string | null;

  @InstantField({ nullable: true })
  finishedAt: string | null;
}

/** An import with everything that is known about it. */
export class ImportDetail extends ImportView {
  @FreeFormField({ maxBytes: 100_000, description: MAPPING })
  mapping: object;

  @ListField(() => CorrectionDto, { max: 5000 })
  corrections: CorrectionDto[];

  @TextListField({
    max: 10_000,
    maxLength: CELL_CHARS,
    description: 'Titles of the columns; empty until the file is read.',
  })
  columns: string[];

  @TextField({ max: 20, nullable: true })
  encoding: string | null;

  @TextField({ max: 1, nullable: true, keepSpace: true })
  delimiter: string | null;

  @BooleanField({ description: 'Whether the file is still kept, so that the import can be started again.' })
  fileKept: boolean;
}

export class ImportPage {
  @ListField(() => ImportView, { max: 200 })
  items: ImportView[];

  @TextField({ max: 500, nullable: true })
  nextCursor: string | null;
}
