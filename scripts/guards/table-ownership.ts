import { HOLE, readProgram } from './program-text.ts';
import { sqlTexts } from './sql-texts.ts';
import { isTest, ownerOf, type Finding, type Source } from './sources.ts';

/**
 * A table's name begins with its lib, and only that lib reads or writes it. `segments` and `analytics` may read what other libs
 * publish: the views that end in `_v`. Apps have no tables and so write none.
 */
const READS_WHAT_OTHERS_PUBLISH = new Set(['tiers', 'segments', 'analytics']);

/** Programs that measure or prepare a whole database and say so in their own words. */
const OUTSIDE_THE_RULE: RegExp[] = [/^apps\/api\/src\/cli\/bench/, /^apps\/api\/src\/bench\//, /^scripts\//];

const NAME = '(?:only\\s+)?"?((?:[a-z_][a-z0-9_]*\\.)?[a-z_][a-z0-9_]*)"?';
const WRITES = new RegExp(
  `\\b(insert\\s+into|delete\\s+from|truncate(?:\\s+table)?|merge\\s+into|update|copy)\\s+${NAME}`,
  'gi',
);
const READS = new RegExp(`\\b(?:from|join|using)\\s+${NAME}`, 'gi');
const DELETES = /\bdelete\s+from\s/gi;
const READS_NEXT = new RegExp(`^(?:\\s+(?:as\\s+)?[a-z_][a-z0-9_]*)?\\s*,\\s*${NAME}`, 'i');
const UNNAMED = new RegExp(
  `\\b(?:insert\\s+into|delete\\s+from|truncate(?:\\s+table)?|merge\\s+into|update(?=[^;]*\\bset\\b)|copy)\\s+${HOLE}`,
  'i',
);
const CREATES =
  /\bcreate\s+(?:or\s+replace\s+)?(?:unlogged\s+)?(?:materialized\s+)?(table|view)\s+(?:if\s+not\s+exists\s+)?([a-z_][a-z0-9_]*)/gi;
const INDEXES =
  /\bcreate\s+(?:unique\s+)?index\s+(?:if\s+not\s+exists\s+)?([a-z_][a-z0-9_]*)\s+on\s+([a-z_][a-z0-9_]*)/gi;

/** The lib whose name a table carries: the longest that fits. */
export function libOf(table: string, libs: string[]): string | undefined {
  return libs
    .filter((lib) => table === lib || table.startsWith(`${lib}_`))
    .sort((one, other) => other.length - one.length)[0];
}

/** What the migrations create, each in the file of its lib (`0004-customers.sql`, `0012-customers-tags.sql`). */
export function relationsOf(migrations: Source[]): string[] {
  return migrations.flatMap(({ text }) =>
    [...withoutComments(text).matchAll(CREATES)].map(([, , name]) => name!.toLowerCase()),
  );
}

export function migrationFindings(migrations: Source[], libs: string[]): Finding[] {
  return migrations.flatMap(({ path, text }) => {
    const lib = libOf(/\d{4}-([a-z0-9-]+)\.sql$/.exec(path)?.[1]?.replaceAll('-', '_') ?? '', libs);
    const where = path.split('/').at(-1)!;
    if (!lib) return [{ where, what: 'is not named after a lib' }];
    const sql = withoutComments(text);
    const created = [...sql.matchAll(CREATES)].map(([, , name]) => name!);
    const strangers = [...created, ...readsOf(sql), ...writesOf(sql)].filter(
      (name) => libOf(name, libs) && libOf(name, libs) !== lib,
    );
    const nameless = created.filter((name) => !libOf(name, libs));
    const indexes = [...sql.matchAll(INDEXES)].filter(([, index, table]) => !index!.startsWith(table!));
    return [
      ...[...new Set(strangers)].map((name) => ({
        where,
        what: `touches ${name}, which belongs to ${libOf(name, libs)}`,
      })),
      ...nameless.map((name) => ({ where, what: `creates ${name}, which begins with no lib's name` })),
      ...indexes.map(([, index, table]) => ({ where, what: `the index ${index} is not named after ${table}` })),
    ];
  });
}

/** Every statement of the program that touches a table it has no business with. */
export function ownershipFindings(sources: Source[], relations: string[], libs: string[]): Finding[] {
  return sources
    .filter(({ path }) => !isTest(path) && !OUTSIDE_THE_RULE.some((rule) => rule.test(path)))
    .flatMap((source) => {
      const owner = ownerOf(source.path);
      const candidates = readProgram(source)
        .literals.map(({ text }) => text)
        .filter((text) => relations.includes(text));
      const isClear = candidates.length > 0 && candidates.every((name) => libOf(name, libs) === owner);
      return sqlTexts(source).flatMap(({ line, sql }) =>
        faultsOf(sql, owner, new Set(relations), libs, isClear).map((what) => ({
          where: `${source.path}:${line}`,
          what,
        })),
      );
    });
}

/** @param isClear whether the tables that the file puts into its statements are all its own */
function faultsOf(sql: string, owner: string, relations: Set<string>, libs: string[], isClear: boolean): string[] {
  const bare = withoutComments(sql);
  const isStranger = (name: string) => relations.has(name) && libOf(name, libs) !== owner;
  const published = (name: string) => READS_WHAT_OTHERS_PUBLISH.has(owner) && name.endsWith('_v');
  const ofQueue =
    owner === 'platform'
      ? []
      : [...readsOf(bare), ...writesOf(bare)].filter((name) => name.startsWith('graphile_worker.'));
  return [
    ...new Set([
      ...writesOf(bare)
        .filter(isStranger)
        .map((name) => `writes ${name}, which belongs to ${libOf(name, libs)}`),
      ...readsOf(bare.replace(DELETES, ''))
        .filter((name) => isStranger(name) && !published(name))
        .map((name) => `reads ${name}, which belongs to ${libOf(name, libs)}`),
      ...ofQueue.map((name) => `touches ${name}, which belongs to platform`),
      ...(!isClear && UNNAMED.test(bare) ? ['writes a table whose name the text does not show'] : []),
    ]),
  ];
}

function writesOf(sql: string): string[] {
  return [...sql.matchAll(WRITES)].map(([, , name]) => name!.toLowerCase());
}

function readsOf(sql: string): string[] {
  return [...sql.matchAll(READS)].flatMap((match) => {
    const names = [match[1]!.toLowerCase()];
    let rest = sql.slice(match.index + match[0].length);
    for (let next = READS_NEXT.exec(rest); next; next = READS_NEXT.exec(rest)) {
      names.push(next[1]!.toLowerCase());
      rest = rest.slice(next[0].length);
    }
    return names;
  });
}

function withoutComments(sql: string): string {
  return sql.replace(/--[^\n]*/g, '').replace(/\/\*[\s\S]*?\*\//g, '');
}
