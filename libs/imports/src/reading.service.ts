import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type Clock } from '@siyu/kernel';
import type { EntityManager } from 'typeorm';
import { CLOCK, Database } from '@siyu/platform';
import { CsvReader, type CsvRecord } from './domain/csv';
import { columnFaults } from './domain/mapping';
import { RowReader } from './domain/rows';
import { RowStager } from './domain/staging';
import { TextReader, type Encoding } from './domain/text';
import type { Delimiter } from './domain/delimiter';
import { FilesService } from './files.service';
import { ImportKinds } from './import-kinds';
import type { RunState } from './imports.store';
import { RunsStore } from './runs.store';
import { RunStopped, type RunControl } from './run-control';
import { columnsOf } from './samples';
import { RowCopying } from './row-copying';
import { StagingStore } from './staging.store';

/** What has to be known of a file to read it. */
interface FileForm {
  encoding: Encoding;
  delimiter: Delimiter;
}

/** What is known of a file when it has been read. */
interface FileRead {
  columns: string[];
  bytes: number;
  rows: number;
  strays: number;
}

/** 32-bit row numbers would do for more; nobody looks after a file of more rows. */
const MAX_ROWS = 50_000_000;

/** The first phase of a run: from the file to staged rows, in the order of the records they belong to. */
@Injectable()
export class ReadingService {
  constructor(
    private readonly database: Database,
    private readonly runs: RunsStore,
    private readonly staging: StagingStore,
    private readonly files: FilesService,
    private readonly kinds: ImportKinds,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Reads the file and stages its rows, all or none: one COPY in one transaction.
   *
   * @throws DomainError what is wrong with the file as a whole, or `imports.mapping-mismatch`
   * @throws RunStopped
   */
  async read(run: RunState, control: RunControl): Promise<void> {
    if (!run.fileId) throw new DomainError('imports.file-gone', 'conflict', 'The file is not kept any more.');
    const { encoding, delimiter } = await this.lookAt(run.fileId, run, control);
    await this.database.transaction(async (em) => {
      await this.staging.remove(em, run.importId);
      const read = await this.stageRows(em, run, { encoding, delimiter }, control);
      if (read.strays > 0) await this.staging.removeLoneStrays(em, run.importId);
      const total = await this.staging.countRecords(em, run.importId);
      const file = { ...read, encoding, delimiter, total };
      const isOurs = await this.runs.beginApplying(em, run.importId, control.token, file, this.clock.now());
      if (!isOurs) throw new RunStopped('taken-over');
    });
  }

  /** Whether the staged rows are (still) there. */
  async isStaged(importId: string): Promise<boolean> {
    return this.staging.hasRows(this.database.em, importId);
  }

  /** Removes the staged rows of a run that is over. */
  async unstage(em: EntityManager, importId: string): Promise<void> {
    await this.staging.remove(em, importId);
  }

  private async lookAt(fileId: string, { importId, mapping }: RunState, control: RunControl): Promise<FileForm> {
    const note = (read: { bytes: number; rows: number }) => this.note(importId, control, read);
    const encoding = mapping.encoding ?? (await this.files.encodingOf(fileId, () => note({ bytes: 0, rows: 0 })));
    const { delimiter } = await this.files.sample(fileId, { ...mapping, encoding });
    return { encoding, delimiter };
  }

  private async stageRows(em: EntityManager, run: RunState, file: FileForm, control: RunControl): Promise<FileRead> {
    const copying = new RowCopying((lines) => this.staging.copy(em, run.importId, lines));
    try {
      const read = await this.readRows(run, file, copying, control);
      await copying.end();
      return read;
    } catch (error) {
      await copying.abandon();
      throw error;
    }
  }

  private async readRows(run: RunState, form: FileForm, copying: RowCopying, control: RunControl): Promise<FileRead> {
    const text = new TextReader(form.encoding);
    const csv = new CsvReader(form.delimiter);
    const read: FileRead = { columns: [], bytes: 0, rows: 0, strays: 0 };
    let stager: RowStager | null = null;
    const take = async (records: CsvRecord[]) => {
      for (const record of records) {
        if (!stager) stager = this.stagerFor(run, (read.columns = columnsOf(record)));
        else if (copying.add(stager.lines(record))) await copying.flush();
      }
      read.rows = Math.max(0, csv.recordCount - 1);
      read.strays = stager?.strays ?? 0;
    };
    for await (const piece of this.files.bytes(run.fileId!, (size) => (read.bytes += size))) {
      await take(csv.push(text.push(piece)));
      await this.note(run.importId, control, read);
      if (read.rows > MAX_ROWS)
        throw new DomainError('imports.too-many-rows', 'refused', `More than ${MAX_ROWS} rows.`);
    }
    await take([...csv.push(text.end()), ...csv.end()]);
    if (read.rows === 0) throw new DomainError('imports.no-rows', 'refused', 'The file has a header and no rows.');
    return read;
  }

  private stagerFor({ kind, mapping, corrections }: RunState, columns: string[]): RowStager {
    requireColumns(mapping, columns);
    return new RowStager(new RowReader(this.kinds.get(kind), mapping, columns), columns, corrections);
  }

  /** About once a second: tells the progress, hears of a cancellation. */
  private async note(importId: string, control: RunControl, read: { bytes: number; rows: number }): Promise<void> {
    if (!control.isTimeToLookUp()) return;
    control.heed(await this.runs.noteReading(this.database.em, importId, control.token, read, this.clock.now()));
  }
}

/** @throws DomainError `imports.mapping-mismatch` naming each column that the file lacks or has twice */
export function requireColumns(mapping: RunState['mapping'], columns: string[]): void {
  const errors = columnFaults(mapping, columns);
  if (errors.length === 0) return;
  const [first] = errors;
  throw new DomainError('imports.mapping-mismatch', 'refused', `The mapping does not fit: ${first!.message}.`, {
    errors,
  });
}
