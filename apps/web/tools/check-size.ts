/**
 * The sign-in page must stay light: fails when the compressed JavaScript it loads passes the limit.
 * Counts the entry, the sign-in chunk, one language and all they import, each gzipped as a server would send it.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

interface Chunk {
  file: string;
  imports?: string[];
}

const LIMIT_KB = 250;
const SIGN_IN = ['index.html', 'src/app/session/SignInPage.vue', 'src/app/i18n/locales/zh-CN.ts'];
const dist = fileURLToPath(new URL('../../../dist/web/', import.meta.url));
const manifest = JSON.parse(readFileSync(`${dist}.vite/manifest.json`, 'utf8')) as Record<string, Chunk>;

function withImports(keys: string[], seen = new Set<string>()): Set<string> {
  for (const key of keys) {
    if (seen.has(key)) continue;
    const chunk = manifest[key];
    if (!chunk) throw new Error(`The build has no chunk for ${key}`);
    seen.add(key);
    withImports(chunk.imports ?? [], seen);
  }
  return seen;
}

function gzippedKb(file: string): number {
  return gzipSync(readFileSync(dist + file)).length / 1024;
}

const files = [...new Set([...withImports(SIGN_IN)].map((key) => manifest[key]!.file))]
  .map((file) => ({ file, kb: gzippedKb(file) }))
  .sort((a, b) => b.kb - a.kb);
const total = files.reduce((sum, { kb }) => sum + kb, 0);

for (const { file, kb } of files) process.stdout.write(`${kb.toFixed(1).padStart(8)} KB  ${file}\n`);
process.stdout.write(`${total.toFixed(1).padStart(8)} KB  sign-in page, gzipped (limit ${LIMIT_KB} KB)\n`);
if (total > LIMIT_KB) process.exitCode = 1;
