import type { Source } from './sources.ts';

/** What a program puts into a template literal. */
export const HOLE = '⟨⟩';

export interface Literal {
  line: number;
  /** With `⟨⟩` where the program puts something in. */
  text: string;
}

/**
 * A program split into its string literals and what stands around them. A compiler would do as well, but takes far longer over
 * the whole house.
 */
export interface ProgramText {
  /** In the order in which they end. */
  literals: Literal[];
  /** The program without comments and regular expressions, strings included. */
  code: string;
}

const SCRIPT = /<script[^>]*>([\s\S]*?)<\/script>/g;
/** Behind these a slash begins a regular expression; behind anything else it divides. */
const BEFORE_REGEX = /(^|[(,=:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|of|in))\s*$/;
const REGEX = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
/** Letters that begin or end nothing. */
const PLAIN = /[^'"`/{}]+/y;
const PLAIN_IN_TEMPLATE = /[^`\\$]+/y;
const PLAIN_IN_QUOTES = /[^'"\\]+/y;
const known = new WeakMap<Source, ProgramText>();

export function readProgram(source: Source): ProgramText {
  const found = known.get(source) ?? scan(programOf(source));
  known.set(source, found);
  return found;
}

/** The script parts of a Vue component, the whole of any other file. */
function programOf({ path, text }: Source): string {
  return path.endsWith('.vue') ? [...text.matchAll(SCRIPT)].map(([, script]) => script).join('\n') : text;
}

function scan(program: string): ProgramText {
  const literals: Literal[] = [];
  let code = '';
  let at = 0;
  const lineStarts = [0, ...[...program.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const lineAt = (place: number) => lineStarts.findLastIndex((start) => start <= place) + 1;

  /** The letters from here on that the pattern covers, and steps behind them. */
  const run = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(program)?.[0] ?? '';
    at += found.length;
    return found;
  };
  const comment = (end: string) => {
    const stop = program.indexOf(end, at + 2);
    at = stop === -1 ? program.length : stop + (end === '\n' ? 0 : end.length);
    code += ' ';
  };
  const regex = (): boolean => BEFORE_REGEX.test(code.slice(-20)) && run(REGEX) !== '';
  const quoted = (quote: string) => {
    const start = at;
    let text = '';
    for (at += 1; at < program.length && program[at] !== quote; text += run(PLAIN_IN_QUOTES)) {
      if (program[at] === '\\') text += escaped(program[++at]!);
      else if (program[at] === "'" || program[at] === '"') text += program[at];
      else continue;
      at += 1;
    }
    at += 1;
    literals.push({ line: lineAt(start), text });
    code += program.slice(start, at);
  };
  const template = () => {
    const start = at;
    let text = '';
    code += '`';
    for (at += 1; at < program.length && program[at] !== '`';) {
      if (program.startsWith('${', at)) {
        at += 2;
        text += ` ${HOLE} `;
        code += '${';
        untilBrace();
      } else if (program[at] === '\\') {
        text += escaped(program[at + 1]!);
        at += 2;
      } else text += run(PLAIN_IN_TEMPLATE) || program[at++];
    }
    at += 1;
    code += `${text}\``;
    literals.push({ line: lineAt(start), text });
  };
  /** Reads program up to the brace that closes what is open here. */
  const untilBrace = () => {
    for (let depth = 1; at < program.length;) {
      const letter = program[at]!;
      if (letter === '{') depth += 1;
      if (letter === '}') depth -= 1;
      if (depth > 0) step(letter);
      else {
        at += 1;
        code += '}';
        return;
      }
    }
  };
  const step = (letter: string) => {
    if (program.startsWith('//', at)) comment('\n');
    else if (program.startsWith('/*', at)) comment('*/');
    else if (letter === '"' || letter === "'") quoted(letter);
    else if (letter === '`') template();
    else if (letter !== '/' || !regex()) {
      code += letter;
      at += 1;
    }
    code += run(PLAIN);
  };
  while (at < program.length) step(program[at]!);
  return { literals, code };
}

/** Good enough for SQL and names: escapes by number stay as they are written. */
function escaped(letter: string): string {
  return { n: '\n', t: '\t', r: '\r' }[letter] ?? letter;
}
