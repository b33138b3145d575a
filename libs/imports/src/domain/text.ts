import { DomainError } from '@siyu/kernel';

/**
 * Which encoding a file is written in. A byte order mark decides; else the whole file is UTF-8 or it is not; else it is
 * GB18030 (what Excel on a Chinese Windows saves; GBK and GB2312 are parts of it) if every byte of it makes sense there.
 * Anything else has to be named by the mapping, because the single-byte encodings cannot be told apart.
 *
 * Worked example: the bytes `D5 C5 C8 FD` are no UTF-8 and are `张三` in GB18030.
 */
export const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'big5', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

const MARKS: [Encoding, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

function marked(bytes: Uint8Array): Encoding | null {
  return MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0] ?? null;
}

/** Decides on the encoding of a file that is handed over piece by piece. */
export class EncodingProbe {
  private decided: Encoding | null = null;
  private seen = 0;
  private readonly candidates = (['utf-8', 'gb18030'] as const).map((encoding) => ({
    encoding,
    decoder: new TextDecoder(encoding, { fatal: true }),
    isPossible: true,
  }));

  /** @throws DomainError `imports.not-text` when the file is a spreadsheet, an archive or another binary file */
  push(bytes: Uint8Array): void {
    if (this.seen === 0) this.decided = marked(bytes);
    this.seen += bytes.length;
    if (this.decided?.startsWith('utf-16')) return;
    if (bytes.includes(0)) throw notText(bytes);
    for (const candidate of this.candidates) this.test(candidate, bytes);
  }

  /**
   * @param isWhole false when only the beginning was seen, which may break off within a character
   * @throws DomainError `imports.unknown-encoding`
   */
  finish(isWhole = true): Encoding {
    if (this.decided) return this.decided;
    if (isWhole) for (const candidate of this.candidates) this.test(candidate);
    const found = this.candidates.find(({ isPossible }) => isPossible);
    if (found) return found.encoding;
    throw new DomainError(
      'imports.unknown-encoding',
      'refused',
      'The file is neither UTF-8 nor GB18030. Save it as UTF-8, or name its encoding in the mapping.',
      { extra: { encodings: ENCODINGS } },
    );
  }

  private test(candidate: (typeof this.candidates)[number], bytes?: Uint8Array): void {
    if (!candidate.isPossible) return;
    try {
      candidate.decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      candidate.isPossible = false;
    }
  }
}

function notText(bytes: Uint8Array): DomainError {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const what = isZip ? 'a spreadsheet or an archive; save it as CSV' : 'a binary file, not CSV';
  return new DomainError('imports.not-text', 'refused', `The file is ${what}.`);
}

/** Turns the pieces of a file into text with `\n` or `\r\n` at the ends of lines and without a byte order mark. */
export class TextReader {
  private readonly decoder: InstanceType<typeof TextDecoder>;
  /** Files of old Macs end their lines with `\r` alone. */
  private hasBareReturns: boolean | null = null;

  constructor(private readonly encoding: Encoding) {
    this.decoder = new TextDecoder(encoding, { fatal: true });
  }

  /** @throws DomainError `imports.wrong-encoding` when bytes make no sense in this encoding */
  push(bytes: Uint8Array): string {
    return this.decode(() => this.decoder.decode(bytes, { stream: true }));
  }

  end(): string {
    return this.decode(() => this.decoder.decode());
  }

  private decode(work: () => string): string {
    let text: string;
    try {
      text = work();
    } catch {
      throw new DomainError('imports.wrong-encoding', 'refused', `The file is not written in ${this.encoding}.`);
    }
    if (this.hasBareReturns === null && text !== '') this.hasBareReturns = !text.includes('\n') && text.includes('\r');
    return this.hasBareReturns ? text.replaceAll('\r', '\n') : text;
  }
}
