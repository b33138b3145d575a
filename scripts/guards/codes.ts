import ts from 'typescript';
import { parse } from './sql-texts.ts';
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
 * A code means one thing: wherever an error code stands next to its kind (`new DomainError('points.insufficient', 'refused', …)`,
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

/** Every error code that stands next to its kind. */
export function errorCodes(sources: Source[], kinds: Set<string>): (Named & { kind: string })[] {
  return sources
    .filter(({ path }) => !isTest(path))
    .flatMap((source) =>
      nodesOf(source).flatMap(({ node, where }) => {
        const [code, kind] = partsOf(node);
        const pairs = code && kind && ts.isStringLiteral(kind) && kinds.has(kind.text) ? literalsIn(code) : [];
        return pairs.map((name) => ({
          where,
          owner: ownerOf(source.path),
          name,
          kind: (kind as ts.StringLiteral).text,
        }));
      }),
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
  return sources
    .filter(({ path }) => !isTest(path))
    .flatMap((source) =>
      nodesOf(source).flatMap(({ node, where }) => {
        if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== act) return [];
        const [name] = node.arguments;
        return [{ where, owner: ownerOf(source.path), name: name && ts.isStringLiteral(name) ? name.text : '' }];
      }),
    );
}

function nodesOf(source: Source): { node: ts.Node; where: string }[] {
  const file = parse(source);
  const found: { node: ts.Node; where: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) || ts.isCallExpression(node) || ts.isArrayLiteralExpression(node)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      found.push({ node, where: `${source.path}:${line + 1}` });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The first two arguments of a call, or members of a list. */
function partsOf(node: ts.Node): (ts.Expression | undefined)[] {
  if (ts.isArrayLiteralExpression(node)) return [...node.elements].slice(0, 2);
  return ts.isNewExpression(node) || ts.isCallExpression(node) ? [...(node.arguments ?? [])].slice(0, 2) : [];
}

/** The texts that an expression may have: itself, or both ends of a choice. */
function literalsIn(expression: ts.Expression): string[] {
  if (ts.isStringLiteral(expression)) return [expression.text];
  return ts.isConditionalExpression(expression)
    ? [...literalsIn(expression.whenTrue), ...literalsIn(expression.whenFalse)]
    : [];
}
