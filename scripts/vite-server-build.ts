import { cpSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { UserConfig } from 'vite';

const root = join(import.meta.dirname, '..');

/**
 * How a server app is bundled: our own libs into one file per entry, npm packages left in node_modules.
 *
 * @param app folder of the app
 * @param entries output name -> source file
 * @param assets folders of the app that are copied beside the bundle
 */
export function serverBuild(app: string, entries: Record<string, string>, assets: string[] = []): UserConfig {
  const outDir = join(root, 'dist', basename(app));
  return {
    root: app,
    resolve: { tsconfigPaths: true },
    plugins: [
      {
        name: 'copy-assets',
        closeBundle: () => assets.forEach((folder) => cpSync(join(app, folder), join(outDir, folder), { recursive: true })),
      },
    ],
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node24',
      sourcemap: true,
      minify: false,
      rolldownOptions: { input: entries, output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js', format: 'es' } },
    },
  };
}
