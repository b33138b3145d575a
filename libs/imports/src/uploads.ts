import type { MultipartFile, MultipartValue } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '@siyu/kernel';

const FIELDS = ['kind', 'mapping', 'dryRun'] as const;
const MAX_NAME_CHARS = 200;

/** What came with a multipart request besides its file. */
export type UploadFields = Partial<Record<(typeof FIELDS)[number], unknown>>;

/** What becomes of the bytes of the file while they come in; they need not be read to the end. */
export interface FileTaker<Taken> {
  take(name: string, bytes: AsyncIterable<Uint8Array>): Promise<Taken>;
  /** Called with what was taken when the rest of the request turns out wrong. */
  drop(taken: Taken): Promise<void>;
}

/**
 * Reads a multipart request whose parts may come in any order.
 *
 * @throws DomainError `request.invalid`, `request.malformed`, and whatever `take` throws
 */
export async function readUpload<Taken>(
  request: FastifyRequest,
  taker: FileTaker<Taken>,
): Promise<{ taken: Taken; fields: UploadFields }> {
  if (!request.isMultipart()) throw invalid('file', 'must be sent as multipart/form-data');
  const fields: UploadFields = {};
  const taken: Taken[] = [];
  try {
    // The size of the file is checked where it is written, so that the answer can name the limit.
    for await (const part of request.parts({ limits: { fileSize: Number.MAX_SAFE_INTEGER } })) {
      if (part.type === 'file') taken.push(await takeFile(part, taken.length, taker));
      else setField(fields, part);
    }
    if (taken.length === 0) throw invalid('file', 'is missing');
    return { taken: taken[0]!, fields };
  } catch (error) {
    for (const value of taken) await taker.drop(value);
    throw isOfTheParser(error)
      ? new DomainError('request.malformed', 'invalid', 'The upload is no whole multipart/form-data.')
      : error;
  }
}

async function takeFile<Taken>(part: MultipartFile, before: number, taker: FileTaker<Taken>): Promise<Taken> {
  try {
    if (part.fieldname !== 'file' || before > 0) throw invalid(part.fieldname, 'is not a part of this request');
    return await taker.take(fileName(part.filename), withoutClosing(part.file));
  } finally {
    // What was not taken is read all the same, or the sender would never come to hear our answer.
    part.file.on('error', () => undefined).resume();
  }
}

/** Leaving a `for await` early would destroy the stream and with it the request. */
async function* withoutClosing(file: MultipartFile['file']): AsyncGenerator<Uint8Array> {
  for await (const bytes of file.iterator({ destroyOnReturn: false })) yield bytes as Uint8Array;
}

function setField(fields: UploadFields, part: MultipartValue): void {
  const name = FIELDS.find((field) => field === part.fieldname);
  if (!name || name in fields) throw invalid(part.fieldname, 'is not a part of this request');
  if (part.valueTruncated) throw invalid(part.fieldname, 'is too long');
  fields[name] = part.value;
}

/** busboy's and @fastify/multipart's own errors: the body is broken, or the sender went away. */
function isOfTheParser(error: unknown): boolean {
  if (error instanceof DomainError || !(error instanceof Error)) return false;
  const { code = '', message } = error as Error & { code?: string };
  return (
    code.startsWith('FST_') || code === 'ECONNRESET' || /multipart|malformed|premature close|aborted/i.test(message)
  );
}

function fileName(given: string): string {
  const name = given.toWellFormed().replaceAll('\0', '').split(/[\\/]/).at(-1)!.trim();
  return name.slice(0, MAX_NAME_CHARS) || 'file.csv';
}

function invalid(field: string, message: string): DomainError {
  return new DomainError('request.invalid', 'invalid', `/${field} ${message}.`, {
    errors: [{ pointer: `/${field}`, message }],
  });
}
