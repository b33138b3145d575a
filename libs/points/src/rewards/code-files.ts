import type { FastifyRequest } from 'fastify';
import { DomainError } from '@siyu/kernel';
import { MAX_CODES } from './domain/codes';
import { rewardsErrors } from './domain/errors';

/** 100,000 long codes with a column or two beside them. */
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * The bytes of the one file of a multipart request.
 *
 * @throws DomainError `request.invalid`, `request.malformed` (invalid), `points.codes-too-many` (too-large)
 */
export async function readCodesFile(request: FastifyRequest): Promise<Uint8Array> {
  if (!request.isMultipart()) throw invalid('must be sent as multipart/form-data');
  try {
    const part = await request.file({ limits: { fileSize: MAX_BYTES, files: 1 }, throwFileSizeLimit: false });
    if (!part) throw invalid('is missing');
    const bytes = await part.toBuffer();
    if (part.fieldname !== 'file') throw invalid('is missing');
    if (part.file.truncated) throw rewardsErrors.codesTooMany(MAX_CODES);
    return bytes;
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError('request.malformed', 'invalid', 'The upload is no whole multipart/form-data.');
  }
}

function invalid(message: string): DomainError {
  return new DomainError('request.invalid', 'invalid', `/file ${message}.`, {
    errors: [{ pointer: '/file', message }],
  });
}
