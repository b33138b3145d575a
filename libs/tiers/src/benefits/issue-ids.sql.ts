/**
 * SQL for an id of version 7 (RFC 9562) that sorts by time and then by a counter: made where the rows are, since they may be
 * a million, and side by side, since random ones would be strewn over the indexes.
 */
export function countedId(at: Date, counter: string): string {
  const millis = at.getTime().toString(16).padStart(12, '0');
  const count = `lpad(to_hex(${counter} % 16777216), 6, '0')`;
  return `('${millis.slice(0, 8)}-${millis.slice(8)}-7' || left(${count}, 3) || '-8' || right(${count}, 3) || '-'
    || right(gen_random_uuid()::text, 12))::uuid`;
}
