import { Inject, Injectable } from '@nestjs/common';
import { DomainError, newId, type Clock } from '@siyu/kernel';
import { CLOCK, Database } from '@siyu/platform';
import { EncodingProbe, type Encoding } from './domain/text';
import { FilesStore, type StoredFile } from './files.store';
import { ImportLimits } from './import-limits';
import { inflated } from './inflate';
import { SAMPLE_BYTES, takeSample, type Sample } from './samples';
import type { ImportMapping } from './domain/mapping';

type Told = Pick<ImportMapping, 'encoding' | 'delimiter'>;

/** The files that were brought in: kept as they came, read as often as needed. */
@Injectable()
export class FilesService {
  constructor(
    private readonly database: Database,
    private readonly store: FilesStore,
    private readonly limits: ImportLimits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `imports.file-too-large` */
  async keep(name: string, bytes: AsyncIterable<Uint8Array>): Promise<StoredFile> {
    const file = { fileId: newId(), name, limitBytes: this.limits.fileBytes, at: this.clock.now() };
    return this.store.write(this.database.em, file, bytes);
  }

  async discard(fileId: string): Promise<void> {
    await this.store.remove(this.database.em, fileId);
  }

  /** What the beginning of a kept file tells; throws what `takeSample` throws. */
  async sample(fileId: string, told: Told): Promise<Sample> {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of this.store.read(this.database.em, fileId)) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > SAMPLE_BYTES) break;
    }
    return takeSample(Buffer.concat(chunks), size <= SAMPLE_BYTES, told);
  }

  /**
   * The encoding of the whole file.
   *
   * @param pause called between pieces; may throw to stop
   * @throws DomainError `imports.not-text`, `imports.unknown-encoding`, `imports.broken-gzip`, `imports.inflated-too-large`
   */
  async encodingOf(fileId: string, pause: () => Promise<void>): Promise<Encoding> {
    const probe = new EncodingProbe();
    for await (const piece of this.bytes(fileId)) {
      probe.push(piece);
      await pause();
    }
    return probe.finish();
  }

  /**
   * The inflated bytes of a file.
   *
   * @param onChunk told the size of each stored chunk that is taken up
   */
  bytes(fileId: string, onChunk?: (size: number) => void): AsyncGenerator<Buffer> {
    return inflated(this.chunks(fileId, onChunk), this.limits.inflatedBytes);
  }

  private async *chunks(fileId: string, onChunk?: (size: number) => void): AsyncGenerator<Buffer> {
    let count = 0;
    for await (const chunk of this.store.read(this.database.em, fileId)) {
      count += 1;
      onChunk?.(chunk.length);
      yield chunk;
    }
    if (count === 0) throw new DomainError('imports.empty-file', 'refused', 'The file is empty.');
  }
}
