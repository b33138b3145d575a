import { Injectable } from '@nestjs/common';
import { Audit, Database, type Operator } from '@siyu/platform';
import type { Language } from './domain/faults';
import { ImportsQueries } from './imports.queries';

/** Takes data out of the system, and leaves a record of who did. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly database: Database,
    private readonly queries: ImportsQueries,
    private readonly audit: Audit,
  ) {}

  /**
   * The failed rows of an import as a file; they hold personal data as it came.
   *
   * @throws DomainError `imports.not-found`
   */
  async errors(
    importId: string,
    language: Language,
    actor: Operator,
  ): Promise<{ name: string; lines: AsyncGenerator<string> }> {
    const found = await this.queries.get(importId);
    await this.database.transaction((em) =>
      this.audit.record(em, { actor, action: 'imports.export-errors', subject: 'import', subjectId: importId }),
    );
    const name = `${found.fileName.replace(/(\.csv)?(\.gz)?$/i, '')}.errors.csv`;
    return { name, lines: this.queries.errorLines(found, language) };
  }
}
