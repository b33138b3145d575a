/**
 * One text for one content: JSON with the keys of every object in order, so that two reports that say the same are the
 * same text, whatever order their sender's language keeps keys in.
 *
 * Example: `{ b: 1, a: [2] }` and `{ a: [2], b: 1 }` both give `{"a":[2],"b":1}`.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(inOrder(value));
}

function inOrder(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const parts = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(parts.map(([key, part]) => [key, inOrder(part)]));
}
