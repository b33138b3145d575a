import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, it } from '@jest/globals';

/** Real order histories and published results; not part of the project. */
const FOLDER = process.env.SHOP_DATA_DIR ?? resolve(import.meta.dirname, '../../../../../shared/data');

/** A group of tests on published data; skipped, and saying so, where the data are not on this machine. */
export function describeOnPublishedData(name: string, tests: () => void): void {
  if (existsSync(FOLDER)) describe(name, tests);
  else
    describe.skip(`${name} (skipped: no data in ${FOLDER}; set SHOP_DATA_DIR)`, () =>
      it('is skipped', () => undefined));
}

/** Rows of a CSV without line breaks in its cells, header left out. */
export function readPublished(path: string): string[][] {
  const bytes = readFileSync(resolve(FOLDER, path));
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .trimEnd()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(',').map((cell) => cell.replace(/^"(.*)"$/, '$1')));
}
