import { DomainError } from '@siyu/kernel';
import { detectDelimiter, firstRecords, type Delimiter } from './domain/delimiter';
import { EncodingProbe, TextReader, type Encoding } from './domain/text';
import type { ImportMapping } from './domain/mapping';
import { inflated } from './inflate';

/** How much of a file is looked at before it is read. */
export const SAMPLE_BYTES = 1024 * 1024;
const SAMPLE_ROWS = 200;

/** What the beginning of a file tells. */
export interface Sample {
  encoding: Encoding;
  delimiter: Delimiter;
  columns: string[];
  rows: { row: number; cells: string[] }[];
}

/**
 * Looks at the beginning of a file.
 *
 * @param beginning its first bytes, as they came (perhaps gzip)
 * @param isWhole whether that is all of it
 * @param told what the mapping says instead of having it detected
 * @throws DomainError `imports.empty-file`, `imports.not-text`, `imports.unknown-encoding`, `imports.wrong-encoding`,
 *   `imports.broken-gzip`, `imports.bad-header`
 */
export async function takeSample(
  beginning: Buffer,
  isWhole: boolean,
  told: Pick<ImportMapping, 'encoding' | 'delimiter'> = {},
): Promise<Sample> {
  const { bytes, isAll } = await beginningInflated(beginning, isWhole);
  if (bytes.length === 0) throw new DomainError('imports.empty-file', 'refused', 'The file is empty.');
  const encoding = told.encoding ?? probe(bytes, isAll);
  const reader = new TextReader(encoding);
  const text = reader.push(bytes) + (isAll ? reader.end() : '');
  const delimiter = told.delimiter ?? detectDelimiter(text, isAll);
  const [header, ...rows] = firstRecords(text, delimiter, SAMPLE_ROWS, isAll);
  const wholeRows = rows.filter(({ fault }) => fault === null).map(({ row, cells }) => ({ row, cells }));
  return { encoding, delimiter, columns: columnsOf(header), rows: wholeRows };
}

function probe(bytes: Uint8Array, isAll: boolean): Encoding {
  const probe = new EncodingProbe();
  probe.push(bytes);
  return probe.finish(isAll);
}

async function beginningInflated(beginning: Buffer, isWhole: boolean): Promise<{ bytes: Buffer; isAll: boolean }> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of inflated(once(beginning), Number.MAX_SAFE_INTEGER, isWhole)) {
    pieces.push(piece);
    size += piece.length;
    if (size >= SAMPLE_BYTES) return { bytes: Buffer.concat(pieces), isAll: false };
  }
  return { bytes: Buffer.concat(pieces), isAll: isWhole };
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  if (bytes.length > 0) yield bytes;
}

/** The titles of the columns; one without a title is named after its place. @throws DomainError `imports.bad-header` */
export function columnsOf(header: { cells: string[]; fault: string | null } | undefined): string[] {
  const titles = header?.cells.map((cell) => cell.trim()) ?? [];
  if (header?.fault || titles.every((title) => title === '') || titles.some((title) => title.includes('\0'))) {
    throw new DomainError('imports.bad-header', 'refused', 'The first row is no header: it must name the columns.');
  }
  return titles.map((title, index) => title || `#${index + 1}`);
}
