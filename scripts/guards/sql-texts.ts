import ts from 'typescript';
import type { Source } from './sources.ts';

/** A text of the program that is SQL, with `⟨⟩` where the program puts something in. */
export interface SqlText {
  line: number;
  sql: string;
}

export const HOLE = '⟨⟩';
const LOOKS_LIKE_SQL =
  /^\s*(--|with|select|insert\s+into|update|delete\s+from|truncate|merge\s+into|copy|create|alter|drop|lock|declare|values|\()/i;
const SCRIPT = /<script[^>]*>([\s\S]*?)<\/script>/;

/** The SQL in the string literals of a file; comments and prose are left out. */
export function sqlTexts(source: Source): SqlText[] {
  return literalsOf(source).filter(
    ({ sql }) => LOOKS_LIKE_SQL.test(sql) || /\b(insert\s+into|delete\s+from)\s/i.test(sql),
  );
}

/** All string literals of a file, in its order. */
export function literalsOf(source: Source): SqlText[] {
  const file = parse(source);
  const found: SqlText[] = [];
  const visit = (node: ts.Node): void => {
    const sql = textOf(node);
    if (sql === undefined) return ts.forEachChild(node, visit);
    found.push({ line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1, sql });
    if (ts.isTemplateExpression(node)) node.templateSpans.forEach(({ expression }) => visit(expression));
  };
  visit(file);
  return found;
}

/** The syntax tree of a program file, of the script part where it is a Vue component. */
export function parse({ path, text }: Source): ts.SourceFile {
  const program = path.endsWith('.vue') ? (SCRIPT.exec(text)?.[1] ?? '') : text;
  return ts.createSourceFile(path, program, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => ` ${HOLE} ${literal.text}`).join('');
}
