import { MAX_IDENTITY_LENGTH, toE164 } from './identities';

/*
 * How a customer is found by a few typed letters. PostgreSQL's trigram index needs three letters, and most Chinese names
 * have two or three; so each name is kept as its parts, in an ordinary index that also holds the order of the list:
 *
 * - each pair of neighbouring letters within a word,
 * - the first letter of each word, which in a Chinese name is the family name.
 *
 * Example: 王小明 has the parts `王 王小 小明`. The query "小明" asks for one part, "王小明" for two; and since a name may
 * hold two parts apart from each other, a name found by more than one is compared with the query once more. Beside names, a
 * query is compared with whole identities (a phone in any spelling), with the last four digits of phones and with what
 * stands before the @ of e-mail addresses.
 */
export interface SearchPlan {
  /** Parts that the name must have, all of them. */
  parts: string[];
  /** Lower-cased text that the name must contain; null when the parts alone prove it. */
  contains: string | null;
  /** Spellings of a whole identity. */
  values: string[];
  /** Last four digits of a phone. */
  lastDigits: string | null;
  /** An e-mail address before its @. */
  mailbox: string | null;
}

/** More parts than this narrow a search down no further. */
const MAX_PARTS = 4;
const SPACES = /\s+/u;
const LAST_DIGITS = /^\d{4}$/;
const PHONE_LIKE = /^\+?[\d\s().-]{6,24}$/;
const MAILBOX = /^[^\s@]{2,64}$/;

/** The parts of a name, each once. */
export function nameParts(displayName: string): string[] {
  return [...new Set(wordsOf(displayName).flatMap((word) => [word[0]!, ...pairsOf(word)]))];
}

/** What to look for; null when the query holds nothing but space. */
export function planSearch(query: string): SearchPlan | null {
  const text = query
    .normalize('NFC')
    .replace(/[\s\u3000]+/gu, ' ')
    .trim();
  if (text === '') return null;
  // Chinese input methods write digits and the @ in full width
  const value = text.normalize('NFKC');
  return {
    ...planName(text.toLowerCase()),
    values: spellingsOf(value),
    lastDigits: LAST_DIGITS.test(value) ? value : null,
    mailbox: MAILBOX.test(value) ? value.toLowerCase() : null,
  };
}

function planName(text: string): Pick<SearchPlan, 'parts' | 'contains'> {
  const words = wordsOf(text);
  const pairs = [...new Set(words.flatMap(pairsOf))];
  const parts = pairs.length > 0 ? pairs : [...new Set(words.flat())];
  const isProven = words.length === 1 && words[0]!.length <= 2;
  return { parts: spread(parts), contains: isProven ? null : text };
}

function spellingsOf(value: string): string[] {
  const phone = PHONE_LIKE.test(value) ? toE164(value) : null;
  const spellings = [value, value.toLowerCase(), value.toUpperCase(), ...(phone ? [phone] : [])];
  return [...new Set(spellings)].filter((spelling) => spelling.length <= MAX_IDENTITY_LENGTH);
}

/** At most MAX_PARTS of the parts, from the first to the last. */
function spread(parts: string[]): string[] {
  if (parts.length <= MAX_PARTS) return parts;
  const step = (parts.length - 1) / (MAX_PARTS - 1);
  return Array.from({ length: MAX_PARTS }, (_, index) => parts[Math.round(index * step)]!);
}

/** The words of a text, each as its letters: code points, so that rare Chinese letters stay whole. */
function wordsOf(text: string): string[][] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .split(SPACES)
    .filter(Boolean)
    .map((word) => [...word]);
}

function pairsOf(word: string[]): string[] {
  return word.slice(1).map((letter, index) => word[index]! + letter);
}
