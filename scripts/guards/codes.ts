import { readProgram } from './program-text.ts';
import { isTest, ownerOf, type Finding, type Source } from './sources.ts';

const CODE = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/;

interface Named {
  where: string;
  owner: string;
  name: string;
}

/** The kinds of error that the kernel knows, read from its source. */
export function errorKinds(errors: Source): Set<string> {
  return new Set([...errors.text.matchAll(/^\s+\| '([a-z-]+)'/gm)].map(([, kind]) => kind!));
}

/**
 * A code means one thing: wherever an error code stands before its kind (`new DomainError('points.insufficient', 'refused', …)`,
 * or a row of a table of errors), it is always the same kind.
 */
export function errorCodeFindings(sources: Source[], kinds: Set<string>): Finding[] {
  const known = new Map<string, { kind: string; where: string }>();
  return errorCodes(sources, kinds).flatMap(({ where, name, kind }) => {
    if (!CODE.test(name)) return [{ where, what: `the error code ${name} is not of the form lib.what-went-wrong` }];
    const first = known.get(name) ?? { kind, where };
    known.set(name, first);
    return first.kind === kind ? [] : [{ where, what: `${name} is ${kind} here and ${first.kind} in ${first.where}` }];
  });
}

/**
 * Every error code that stands before its kind; of a choice (`late ? 'a.late' : 'a.gone', 'refused'`) both. Words without a dot
 * are taken for codes in a `DomainError` only.
 */
export function errorCodes(sources: Source[], kinds: Set<string>): (Named & { kind: string })[] {
  const either = [...kinds].join('|');
  const choice = `(?:'([\\w.-]+)'\\s*:\\s*)?`;
  const pattern = new RegExp(
    `(DomainError)?([(\\[?]\\s*)[^'()]*${choice}'([\\w.-]+)',\\s*'(${either})'\\s*[,)\\]]`,
    'g',
  );
  return found(sources, pattern).flatMap(({ where, owner, groups: [error, , other, name, kind] }) =>
    [other, name]
      .filter((code) => code !== undefined && (error !== undefined || code.includes('.')))
      .map((code) => ({ where, owner, name: code!, kind: kind! })),
  );
}

/** Jobs and events are declared once, by a literal name that begins with their lib. */
export function declarationFindings(sources: Source[]): Finding[] {
  const first = new Map<string, string>();
  return ['defineJob', 'defineEvent'].flatMap((act) =>
    declarations(sources, act).flatMap(({ where, owner, name }) => {
      if (!name) return [{ where, what: `${act} wants its name written out` }];
      const earlier = first.get(`${act} ${name}`);
      first.set(`${act} ${name}`, where);
      return [
        ...(CODE.test(name) && name.startsWith(`${owner}.`)
          ? []
          : [{ where, what: `"${name}" is not of the form ${owner}.verb` }]),
        ...(earlier ? [{ where, what: `"${name}" is declared in ${earlier} already` }] : []),
      ];
    }),
  );
}

/** Calls of the given function; `name` is empty where its first argument is no literal. */
export function declarations(sources: Source[], act: string): Named[] {
  const pattern = new RegExp(`(?<!function )\\b${act}(?:<[^()]*>)?\\(\\s*(?:'([^']*)')?`, 'g');
  return found(sources, pattern).map(({ where, owner, groups: [name] }) => ({ where, owner, name: name ?? '' }));
}

/** Where the pattern stands in the programs of the house, its tests left out. */
function found(sources: Source[], pattern: RegExp): { where: string; owner: string; groups: (string | undefined)[] }[] {
  return sources
    .filter(({ path }) => !isTest(path))
    .flatMap((source) => {
      const { code } = readProgram(source);
      return [...code.matchAll(pattern)].map(({ index, 0: text, ...match }) => ({
        where: `${source.path}:${
          code
            .slice(0, index + text.length)
            .trimEnd()
            .split('\n').length
        }`,
        owner: ownerOf(source.path),
        groups: Object.values(match).slice(0, -1) as (string | undefined)[],
      }));
    });
}
