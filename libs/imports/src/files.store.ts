import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError } from '@siyu/kernel';
import { affected, row } from '@siyu/platform';

export const CHUNK_BYTES = 1024 * 1024;

export interface StoredFile {
  fileId: string;
  name: string;
  byteCount: number;
}

/** Writes and reads of `imports_files` and `imports_file_chunks`: whole files, a megabyte at a time. */
@Injectable()
export class FilesStore {
  /**
   * Keeps a file that comes in as a stream. Not one transaction, since a slow upload would hold it open; the row of
   * `imports_files` comes last and makes the file exist.
   *
   * @throws DomainError `imports.file-too-large` as soon as the limit is passed; what was written is removed again
   */
  async write(
    em: EntityManager,
    file: { fileId: string; name: string; limitBytes: number; at: Date },
    bytes: AsyncIterable<Uint8Array>,
  ): Promise<StoredFile> {
    const hash = createHash('sha256');
    let byteCount = 0;
    let chunkNo = 0;
    try {
      for await (const chunk of inChunks(bytes)) {
        byteCount += chunk.length;
        if (byteCount > file.limitBytes) throw fileTooLarge(file.limitBytes);
        hash.update(chunk);
        await affected(em, 'insert into imports_file_chunks (file_id, chunk_no, bytes) values ($1, $2, $3)', [
          file.fileId,
          chunkNo++,
          chunk,
        ]);
      }
      await affected(
        em,
        'insert into imports_files (file_id, name, byte_count, sha256, created_at) values ($1, $2, $3, $4, $5)',
        [file.fileId, file.name, byteCount, hash.digest(), file.at],
      );
      return { fileId: file.fileId, name: file.name, byteCount };
    } catch (error) {
      await this.remove(em, file.fileId);
      throw error;
    }
  }

  /** The bytes of a file, chunk by chunk. */
  async *read(em: EntityManager, fileId: string): AsyncGenerator<Buffer> {
    for (let chunkNo = 0; ; chunkNo += 1) {
      const chunk = await row<{ bytes: Buffer }>(
        em,
        'select bytes from imports_file_chunks where file_id = $1 and chunk_no = $2',
        [fileId, chunkNo],
      );
      if (!chunk) return;
      yield chunk.bytes;
    }
  }

  async remove(em: EntityManager, fileId: string): Promise<void> {
    await affected(em, 'delete from imports_file_chunks where file_id = $1', [fileId]);
    await affected(em, 'delete from imports_files where file_id = $1', [fileId]);
  }

  /** Removes chunks of uploads that broke off, and files that no import refers to any more. */
  async removeOrphans(em: EntityManager, before: Date): Promise<void> {
    await affected(
      em,
      `delete from imports_files f where created_at < $1 and not exists (select from imports i where i.file_id = f.file_id)`,
      [before],
    );
    // The id of an upload carries its time, so one that is still coming in is left alone.
    await affected(
      em,
      `delete from imports_file_chunks c where file_id < $1
         and not exists (select from imports_files f where f.file_id = c.file_id)`,
      [earliestId(before)],
    );
  }
}

/** The smallest id (UUID version 7) that can have been made at this time. */
function earliestId(at: Date): string {
  const hex = at.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

function fileTooLarge(limitBytes: number): DomainError {
  return new DomainError('imports.file-too-large', 'too-large', `The file has more than ${limitBytes} bytes.`, {
    extra: { limitBytes },
  });
}

/** Network pieces put together to chunks of {@link CHUNK_BYTES}. */
async function* inChunks(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    waiting.push(piece);
    size += piece.length;
    if (size < CHUNK_BYTES) continue;
    const whole = Buffer.concat(waiting);
    let from = 0;
    for (; whole.length - from >= CHUNK_BYTES; from += CHUNK_BYTES) yield whole.subarray(from, from + CHUNK_BYTES);
    waiting = [whole.subarray(from)];
    size = whole.length - from;
  }
  if (size > 0) yield Buffer.concat(waiting);
}
