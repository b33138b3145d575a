import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describeApi } from '../openapi';

/**
 * `openapi [--check]`: writes the API's description and the types made from it into libs/api-client; with `--check` only
 * tells, by exit code 1, when they are stale.
 */
export async function run(args: string[]): Promise<number> {
  const folder = join(workspaceRoot(), 'libs', 'api-client');
  const { document, types } = await describeApi();
  const files = [
    { path: join(folder, 'openapi.json'), text: document },
    { path: join(folder, 'src', 'schema.d.ts'), text: types },
  ];
  const stale: string[] = [];
  for (const { path, text } of files) {
    const kept = await readFile(path, 'utf8').catch(() => '');
    if (kept === text) continue;
    stale.push(path);
    if (!args.includes('--check')) await writeFile(path, text);
  }
  if (args.includes('--check') && stale.length > 0) {
    console.error(`Stale, run \`npx nx run api:openapi\`:\n${stale.join('\n')}`);
    return 1;
  }
  console.log(stale.length > 0 ? `Written:\n${stale.join('\n')}` : 'The API description is up to date.');
  return 0;
}

function workspaceRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'nx.json'))) {
    if (folder === dirname(folder)) throw new Error('The openapi command works in the project only.');
    folder = dirname(folder);
  }
  return folder;
}
