import { Readable } from 'node:stream';
import { constants, createGunzip } from 'node:zlib';
import { DomainError } from '@siyu/kernel';

export const INFLATED_PIECE_BYTES = 256 * 1024;

/**
 * The bytes of a file, inflated when it is gzip.
 *
 * @param limitBytes of the inflated file; a small archive can hold any amount of nothing
 * @param isWhole false when only the beginning of the file is at hand
 * @throws DomainError `imports.broken-gzip`, `imports.inflated-too-large`
 */
export async function* inflated(
  chunks: AsyncIterable<Buffer>,
  limitBytes: number,
  isWhole = true,
): AsyncGenerator<Buffer> {
  const source = chunks[Symbol.asyncIterator]();
  const first = await source.next();
  if (first.done) return;
  const all = startingWith(first.value, source);
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) {
    yield* all;
    return;
  }
  const finishFlush = isWhole ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
  const gunzip = createGunzip({ chunkSize: INFLATED_PIECE_BYTES, finishFlush });
  const input = Readable.from(all, { objectMode: false });
  input.on('error', (error) => gunzip.destroy(error));
  let size = 0;
  try {
    for await (const piece of input.pipe(gunzip)) {
      size += (piece as Buffer).length;
      if (size > limitBytes) throw inflatedTooLarge(limitBytes);
      yield piece as Buffer;
    }
  } catch (error) {
    throw isZlibError(error)
      ? new DomainError('imports.broken-gzip', 'refused', 'The file begins like gzip but cannot be inflated.')
      : error;
  } finally {
    input.destroy();
    gunzip.destroy();
  }
}

async function* startingWith(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

function isZlibError(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && code.startsWith('Z_');
}

function inflatedTooLarge(limitBytes: number): DomainError {
  return new DomainError(
    'imports.inflated-too-large',
    'refused',
    `The inflated file has more than ${limitBytes} bytes.`,
    {
      extra: { limitBytes },
    },
  );
}
