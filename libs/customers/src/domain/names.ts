/*
 * A display name is kept as one line: no control characters, single spaces, Unicode composed form, so that the same name is
 * one text. A customer who is known by an identity alone has the empty name.
 *
 * Example: `"  王 小明\t"` becomes `"王 小明"`.
 */
export const MAX_NAME_LENGTH = 200;

// A full-width space is typed by Chinese input methods without notice.
const GAP = /[\s\p{Cc}\u3000]+/gu;

/** The name as it is kept; what is beyond the longest name is cut off. */
export function cleanName(text: string): string {
  return text.toWellFormed().normalize('NFC').replace(GAP, ' ').trim().slice(0, MAX_NAME_LENGTH).toWellFormed().trim();
}
