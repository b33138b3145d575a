import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type FieldFault } from '@siyu/kernel';
import { CONFIG, type Config } from '@siyu/platform';
import { DELIMITERS } from './domain/delimiter';
import { guessMapping, type GuessedMapping } from './domain/guess';
import type { ImportKind } from './domain/kinds';
import { columnFaults, typeWithin, type ImportMapping, type SettledMapping } from './domain/mapping';
import { readMapping } from './domain/read-mapping';
import { ENCODINGS } from './domain/text';
import type { Sample } from './samples';

/** Mappings that come in: guessed, checked and completed. */
@Injectable()
export class MappingsService {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** A draft for a file of which this is the beginning. */
  guess(kind: ImportKind, { columns, rows }: Sample): GuessedMapping {
    const cells = rows.map((row) => row.cells);
    return guessMapping(kind, columns, cells);
  }

  /**
   * A mapping as it came: an object, or JSON of one.
   *
   * @returns null when none was given
   * @throws DomainError `request.invalid`
   */
  parse(raw: unknown): Record<string, unknown> | null {
    if (raw === undefined || raw === null || raw === '') return null;
    const parsed = typeof raw === 'string' ? parseJson(raw) : raw;
    if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed)) {
      throw mappingInvalid([{ pointer: '', message: 'must be a JSON object' }]);
    }
    return parsed as Record<string, unknown>;
  }

  /** What a mapping tells about the file, so that it is not detected; the rest of the mapping is checked later. */
  detection(raw: Record<string, unknown> | null): Pick<ImportMapping, 'encoding' | 'delimiter'> {
    const { encoding, delimiter } = raw ?? {};
    return {
      encoding: ENCODINGS.find((known) => known === encoding),
      delimiter: DELIMITERS.find((known) => known === delimiter),
    };
  }

  /**
   * The mapping to run with: complete, sound in itself and fitting the file.
   *
   * @param raw what was given, or null for the guess
   * @throws DomainError `request.invalid` with pointers below `/mapping`
   */
  settle(kind: ImportKind, raw: Record<string, unknown> | null, sample: Sample): SettledMapping {
    const read = readMapping(raw ?? this.guess(kind, sample).mapping, kind);
    if ('faults' in read) throw mappingInvalid(read.faults);
    const faults = columnFaults(read.mapping, sample.columns);
    if (faults.length > 0) throw mappingInvalid(faults);
    const { source, identities } = read.mapping;
    return {
      timeZone: this.config.timeZone,
      currency: this.config.currency,
      ...read.mapping,
      identities: identities.map(({ type, from }) => ({ type: typeWithin(source, type), from })),
    };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function mappingInvalid(faults: FieldFault[]): DomainError {
  const errors = faults.slice(0, 50).map(({ pointer, message }) => ({ pointer: `/mapping${pointer}`, message }));
  return new DomainError('request.invalid', 'invalid', `${errors[0]!.pointer} ${errors[0]!.message}.`, { errors });
}
