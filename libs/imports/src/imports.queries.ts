import { Injectable } from '@nestjs/common';
import { badCursor, csvLine, decodeCursor, decodeIdCursor, DomainError, pageOf, type Page } from '@siyu/kernel';
import { Database, row, rows } from '@siyu/platform';
import { ENGINE_FAULT_TEXTS, wordFault, type Language, type RowFault } from './domain/faults';
import { ImportKinds } from './import-kinds';
import type { ImportStatus } from './imports.entities';
import type { ImportErrorPage } from './errors.dto';
import type { ImportDetail, ImportView } from './imports.dto';

const VIEW = `import_id as id, kind, status, phase, is_dry_run as "dryRun", file_name as "fileName", file_byte_count as "fileBytes",
  bytes_read as "bytesRead", total, done, created, updated, unchanged, skipped, failed,
  json_build_object('read', rows_read, 'skipped', rows_skipped, 'failed', rows_failed) as rows,
  case when error_code is not null
    then json_build_object('code', error_code, 'detail', error_detail, 'errors', coalesce(error_faults, '[]')) end as error,
  created_by as "createdBy", created_at as "createdAt", started_at as "startedAt", finished_at as "finishedAt"`;
const DETAIL = `${VIEW}, mapping, corrections, columns, encoding, delimiter, file_id is not null as "fileKept"`;

/** Tells Excel that the file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';
/** Row numbers are 32-bit integers. */
const MAX_ROW = 2_147_483_647;
const ERRORS_PER_PAGE = 2000;
/** Titles of the columns that a file of failed rows has behind its own. */
const ADDED_TITLES: Record<Language, [row: string, reason: string]> = {
  en: ['row', 'reason'],
  'zh-CN': ['行号', '原因'],
};

interface StoredError {
  row: number;
  cells: string[];
  faults: RowFault[];
}

/** Reads for the screens and files of imports. */
@Injectable()
export class ImportsQueries {
  constructor(
    private readonly database: Database,
    private readonly kinds: ImportKinds,
  ) {}

  /** @throws DomainError `imports.not-found` */
  async get(importId: string): Promise<ImportDetail> {
    const found = await row<ImportDetail>(this.database.em, `select ${DETAIL} from imports where import_id = $1`, [
      importId,
    ]);
    if (!found) throw new DomainError('imports.not-found', 'not-found', 'There is no such import.');
    return found;
  }

  /** The kept file of an import, if it is kept. */
  async fileOf(importId: string): Promise<string | null> {
    const found = await row<{ fileId: string | null }>(
      this.database.em,
      'select file_id as "fileId" from imports where import_id = $1',
      [importId],
    );
    return found?.fileId ?? null;
  }

  /** Newest first. */
  async list({
    status,
    limit,
    cursor,
  }: {
    status?: ImportStatus;
    limit: number;
    cursor?: string;
  }): Promise<Page<ImportView>> {
    const before = cursor ? decodeIdCursor(cursor) : null;
    const found = await rows<ImportView>(
      this.database.em,
      `select ${VIEW} from imports
       where ($1::uuid is null or import_id < $1) and ($2::text is null or status = $2)
       order by import_id desc limit $3`,
      [before, status ?? null, limit + 1],
    );
    return pageOf(found, limit, ({ id }) => [id]);
  }

  /** Failed rows in the order of the file. @throws DomainError `imports.not-found` */
  async errors(
    importId: string,
    page: { limit: number; cursor?: string; language: Language },
  ): Promise<ImportErrorPage> {
    const { kind } = await this.get(importId);
    const after = page.cursor ? decodeCursor(page.cursor, 1)[0] : 0;
    if (typeof after !== 'number' || after < 0 || after > MAX_ROW) throw badCursor();
    const found = pageOf(await this.errorsAfter(importId, after, page.limit + 1), page.limit, ({ row }) => [row]);
    const word = this.wording(kind, page.language);
    const items = found.items.map(({ row, cells, faults }) => ({
      row,
      cells,
      faults: faults.map((fault) => ({
        code: fault.code,
        field: fault.field ?? null,
        column: fault.column ?? null,
        value: fault.value ?? null,
        message: word(fault),
      })),
    }));
    return { items, nextCursor: found.nextCursor };
  }

  /**
   * The failed rows as CSV: the file's own columns, then the row number and the reason, so that a mended copy can be
   * brought in with the same mapping.
   */
  async *errorLines({ id, kind, columns }: ImportDetail, language: Language): AsyncGenerator<string> {
    const word = this.wording(kind, language);
    yield BYTE_ORDER_MARK + csvLine([...columns, ...ADDED_TITLES[language]]);
    for (let after = 0; ;) {
      const found = await this.errorsAfter(id, after, ERRORS_PER_PAGE);
      if (found.length === 0) return;
      after = found.at(-1)!.row;
      yield found
        .map(({ row, cells, faults }) => {
          const padded = [...cells, ...Array<string>(Math.max(0, columns.length - cells.length)).fill('')];
          return csvLine([...padded, String(row), faults.map(word).join('; ')]);
        })
        .join('');
    }
  }

  private async errorsAfter(importId: string, after: number, limit: number): Promise<StoredError[]> {
    return rows<StoredError>(
      this.database.em,
      `select row_no as "row", cells, faults from imports_errors where import_id = $1 and row_no > $2 order by row_no limit $3`,
      [importId, after, limit],
    );
  }

  private wording(kind: string, language: Language): (fault: RowFault) => string {
    const own = this.kinds.all().find((known) => known.kind === kind)?.faultTexts;
    const texts = { ...ENGINE_FAULT_TEXTS, ...own };
    return (fault) => wordFault(fault, texts, language);
  }
}
