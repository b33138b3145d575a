/**
 * Columns as text of PostgreSQL arrays, for `unnest($1::text[], $2::bigint[])`. The driver builds the same from JavaScript
 * arrays, at several times the cost, which a batch of ten thousand entries would feel.
 */

/** Values that need no quotes: numbers, ids, booleans, codes without special letters. */
export function plainArray(values: Iterable<number | string | boolean | null>): string {
  let text = '{';
  for (const value of values) text += text.length > 1 ? `,${value ?? 'NULL'}` : `${value ?? 'NULL'}`;
  return `${text}}`;
}

export function textArray(values: Iterable<string | null>): string {
  let text = '{';
  for (const value of values) {
    if (text.length > 1) text += ',';
    text += value === null ? 'NULL' : `"${/["\\]/.test(value) ? value.replaceAll(/["\\]/g, '\\$&') : value}"`;
  }
  return `${text}}`;
}

export function bytesArray(values: Iterable<Uint8Array>): string {
  let text = '{';
  for (const value of values) {
    if (text.length > 1) text += ',';
    text += `"\\\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}"`;
  }
  return `${text}}`;
}

/** Rows that were booked together often share a time, so its text is made once. */
export function instantArray(values: Iterable<Date | null>): string {
  let text = '{';
  let [last, written] = [Number.NaN, ''];
  for (const value of values) {
    if (text.length > 1) text += ',';
    if (value !== null && value.getTime() !== last) [last, written] = [value.getTime(), value.toISOString()];
    text += value === null ? 'NULL' : written;
  }
  return `${text}}`;
}
