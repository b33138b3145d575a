import { readProgram } from './program-text.ts';
import type { Source } from './sources.ts';

/** A text of the program that is SQL, with holes where the program puts something in. */
export interface SqlText {
  line: number;
  sql: string;
}

const LOOKS_LIKE_SQL =
  /^\s*(--|with|select|insert\s+into|update|delete\s+from|truncate|merge\s+into|copy|create|alter|drop|lock|declare|values|\()/i;

/** The SQL in the string literals of a file; comments and prose are left out. */
export function sqlTexts(source: Source): SqlText[] {
  return readProgram(source)
    .literals.filter(({ text }) => LOOKS_LIKE_SQL.test(text) || /\b(insert\s+into|delete\s+from)\s/i.test(text))
    .map(({ line, text }) => ({ line, sql: text }));
}
