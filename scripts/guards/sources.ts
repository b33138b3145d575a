import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file of ours: its path from the top of the project, with forward slashes, and what it says. */
export interface Source {
  path: string;
  text: string;
}

/** What a guard has against one place of the house. */
export interface Finding {
  where: string;
  what: string;
}

export const house = fileURLToPath(new URL('../..', import.meta.url));
const ROOMS = ['apps', 'libs', 'scripts'];
/** schema.d.ts is made from openapi.json. */
const WRITTEN_BY_US = /(?<!\/schema\.d)\.(ts|mts|mjs|vue)$/;
const NOT_OURS = new Set(['node_modules', 'dist', 'coverage']);

/** Every program file of the house, in a stable order. */
export function readSources(): Source[] {
  return filesBelow(ROOMS.map((room) => join(house, room)))
    .filter((file) => WRITTEN_BY_US.test(file))
    .map((file) => ({ path: relative(house, file).split(sep).join('/'), text: readFileSync(file, 'utf8') }));
}

export function readMigrations(): Source[] {
  return filesBelow([join(house, 'apps', 'api', 'migrations')])
    .filter((file) => file.endsWith('.sql'))
    .map((file) => ({ path: relative(house, file).split(sep).join('/'), text: readFileSync(file, 'utf8') }));
}

/** The lib or app that a file belongs to: `orders` for `libs/orders/src/…`, `apps/api` for an app. */
export function ownerOf(path: string): string {
  const [room, name = ''] = path.split('/');
  return room === 'libs' ? name : `${room}/${name}`;
}

export function isTest(path: string): boolean {
  return /\.spec\.ts$/.test(path) || path.includes('/testing/') || path.startsWith('apps/e2e/');
}

/** One line per finding, for a test's message. */
export function told(findings: Finding[]): string[] {
  return findings.map(({ where, what }) => `${where}: ${what}`);
}

function filesBelow(folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true })
      .sort((one, other) => (one.name < other.name ? -1 : 1))
      .flatMap((entry) => {
        const path = join(folder, entry.name);
        if (!entry.isDirectory()) return [path];
        return NOT_OURS.has(entry.name) || entry.name.startsWith('.') ? [] : filesBelow([path]);
      }),
  );
}
