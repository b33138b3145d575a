import { Injectable } from '@nestjs/common';
import { UPLOAD_LIMIT_BYTES } from '@siyu/platform';

/** How much an import may bring in. Files are streamed, so size costs disk and time, not memory. */
@Injectable()
export class ImportLimits {
  fileBytes = UPLOAD_LIMIT_BYTES;
  inflatedBytes = 4 * UPLOAD_LIMIT_BYTES;
  /** Rows of one file; row numbers are 32-bit integers. */
  rows = 20_000_000;
}
