import { Injectable } from '@nestjs/common';
import { DomainError } from '@siyu/kernel';
import type { Operator } from '@siyu/platform';
import type { ImportKind } from './domain/kinds';
import { FilesService } from './files.service';
import type { StoredFile } from './files.store';
import { ImportKinds } from './import-kinds';
import type { StartImport } from './imports.dto';
import { ImportsQueries } from './imports.queries';
import { ImportsService } from './imports.service';
import type { ImportKindList, InspectionView } from './kinds.dto';
import { MappingsService } from './mappings.service';
import { SAMPLE_BYTES, takeSample } from './samples';
import type { FileTaker, UploadFields } from './uploads';

const SHOWN_ROWS = 20;

/** The beginning of a file that is only looked at. */
export interface Beginning {
  bytes: Buffer;
  isWhole: boolean;
}

/** Everything that stands between a request and an import: file, kind, permission, mapping. */
@Injectable()
export class IntakeService {
  /** Looks at the beginning of a file. */
  readonly looking: FileTaker<Beginning> = { take: (_, bytes) => takeBeginning(bytes), drop: async () => {} };
  /** Keeps the whole of a file. */
  readonly keeping: FileTaker<StoredFile>;

  constructor(
    private readonly kinds: ImportKinds,
    private readonly files: FilesService,
    private readonly mappings: MappingsService,
    private readonly imports: ImportsService,
    private readonly queries: ImportsQueries,
  ) {
    this.keeping = {
      take: (name, bytes) => files.keep(name, bytes),
      drop: ({ fileId }) => files.discard(fileId),
    };
  }

  /**
   * What a file seems to be, and a first mapping.
   *
   * @throws DomainError `imports.unknown-kind`, `auth.forbidden`, `request.invalid`, and what `takeSample` throws
   */
  async inspect({ bytes, isWhole }: Beginning, fields: UploadFields, actor: Operator): Promise<InspectionView> {
    const kind = this.allowedKind(fields.kind, actor);
    const sample = await takeSample(bytes, isWhole, this.mappings.detection(this.mappings.parse(fields.mapping)));
    const { mapping, missing } = this.mappings.guess(kind, sample);
    return { ...sample, rows: sample.rows.slice(0, SHOWN_ROWS), mapping, missing };
  }

  /**
   * Makes an import of a kept file. When something is wrong with the request, the file is dropped again.
   *
   * @throws DomainError `imports.unknown-kind`, `auth.forbidden`, `request.invalid`, and what `takeSample` throws
   */
  async accept(file: StoredFile, fields: UploadFields, actor: Operator): Promise<{ id: string }> {
    try {
      const kind = this.allowedKind(fields.kind, actor);
      const isDryRun = flag('dryRun', fields.dryRun);
      return { id: await this.make(kind, file, { mapping: fields.mapping, isDryRun }, actor) };
    } catch (error) {
      await this.files.discard(file.fileId);
      throw error;
    }
  }

  /** Makes an import for a caller who is trusted and runs it at once. Throws what `accept` throws. */
  async acceptFromCommandLine(file: StoredFile, kind: string, mapping: unknown, isDryRun: boolean): Promise<string> {
    return this.make(this.kinds.get(kind), file, { mapping, isDryRun }, null);
  }

  /** Runs an import again. Throws what `ImportsService.start` throws, and `request.invalid` for its mapping. */
  async start(importId: string, request: StartImport, actor: Operator): Promise<void> {
    const before = await this.queries.get(importId);
    const kind = this.allowedKind(before.kind, actor);
    const raw = this.mappings.parse(request.mapping);
    const fileId = raw && (await this.queries.fileOf(importId));
    const mapping = fileId ? await this.settle(kind, fileId, raw) : undefined;
    await this.imports.start(importId, { mapping, corrections: request.corrections, isDryRun: request.dryRun }, actor);
  }

  /** The kinds there are, for a form that lets people map columns. */
  kindsView(): ImportKindList {
    const items = this.kinds.all().map(({ kind, permission, keyField, identities, fields }) => ({
      kind,
      permission,
      keyField,
      identityRequired: identities.required,
      identityTypes: identities.known.map(({ type }) => type),
      fields: fields.map(({ name, type, required = false, synonyms, words = {} }) => {
        const choices = Object.entries(words).map(([value, others]) => ({ value, words: others }));
        return { name, type, required, synonyms, choices };
      }),
    }));
    return { items };
  }

  private async make(
    kind: ImportKind,
    file: StoredFile,
    request: { mapping: unknown; isDryRun: boolean },
    actor: Operator | null,
  ) {
    const mapping = await this.settle(kind, file.fileId, this.mappings.parse(request.mapping));
    return this.imports.create({ kind: kind.kind, file, mapping, isDryRun: request.isDryRun }, actor, actor !== null);
  }

  private async settle(kind: ImportKind, fileId: string, raw: Record<string, unknown> | null) {
    const sample = await this.files.sample(fileId, this.mappings.detection(raw));
    return this.mappings.settle(kind, raw, sample);
  }

  private allowedKind(name: unknown, actor: Operator): ImportKind {
    const kind = this.kinds.get(typeof name === 'string' ? name : '');
    if (actor.permissions.has(kind.permission)) return kind;
    throw new DomainError('auth.forbidden', 'forbidden', `Your role lacks the permission ${kind.permission}.`, {
      extra: { permission: kind.permission },
    });
  }
}

async function takeBeginning(pieces: AsyncIterable<Uint8Array>): Promise<Beginning> {
  const taken: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    taken.push(piece);
    size += piece.length;
    if (size > SAMPLE_BYTES) return { bytes: Buffer.concat(taken), isWhole: false };
  }
  return { bytes: Buffer.concat(taken), isWhole: true };
}

function flag(name: string, value: unknown): boolean {
  const words: Record<string, boolean> = { true: true, false: false };
  const known = value === undefined ? false : words[String(value)];
  if (known !== undefined) return known;
  throw new DomainError('request.invalid', 'invalid', `/${name} must be true or false.`, {
    errors: [{ pointer: `/${name}`, message: 'must be true or false' }],
  });
}
