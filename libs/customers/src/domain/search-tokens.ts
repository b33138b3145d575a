import { HOME_PREFIX, nationalDigits, toE164, type Identity } from './identities';

/*
 * What the search looks for. Each customer carries a set of short texts, her tokens, under an inverted index; a query is
 * turned into tokens that must be among them. PostgreSQL's trigram index needs three letters, and most Chinese names have
 * two or three, hence pairs:
 *
 * - of the name: each pair of neighbouring letters, each Chinese letter, and the first letter of each word;
 * - of an identity: `=` and the whole value (of an e-mail also what stands before the @, of a foreign phone also its
 *   national form), and `#` with the last four digits of a phone.
 *
 * Example: 王小明 with the phone 138 0013 8000 has `王 小 明 王小 小明 =+8613800138000 #8000`. The query "小明" asks for
 * `小明`, "8000" for `#8000` or `=8000`, "王小明" for `王小` and `小明`; since a name may hold both pairs apart, names found
 * by more than one pair are compared with the query once more.
 */

/** What a search asks of a customer: one of the exact tokens, or all tokens of the name and the text within it. */
export interface SearchPlan {
  exact: string[];
  name: string[];
  /** Lower-cased text that the name must contain; null when the tokens alone prove it. */
  contains: string | null;
}

const LAST_DIGITS = 4;
const PHONE_LIKE = /^[+\d\uff0b\uff10-\uff19][\d\uff10-\uff19\s().-]{5,24}$/;
const SPACES = /\s+/u;
/** Letters of scripts that write a word with one or two of them. */
const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Every token of a customer, sorted, each once. */
export function searchTokens(displayName: string, identities: readonly Identity[]): string[] {
  return [...new Set([...nameTokens(displayName), ...identities.flatMap(identityTokens)])].sort();
}

/** The tokens that a name brings. */
export function nameTokens(displayName: string): string[] {
  const tokens = new Set<string>();
  for (const word of wordsOf(displayName)) {
    word.forEach((letter, index) => {
      if (index === 0 || IDEOGRAPH.test(letter)) tokens.add(letter);
      if (index > 0) tokens.add(word[index - 1]! + letter);
    });
  }
  return [...tokens];
}

/** The tokens that one identity (in its one spelling) brings. */
export function identityTokens({ type, value }: Identity): string[] {
  const whole = `=${value.toLowerCase()}`;
  if (type === 'email') return [whole, `=${value.slice(0, value.indexOf('@'))}`];
  if (type !== 'phone') return [whole];
  const tokens = [whole, `#${value.slice(-LAST_DIGITS)}`];
  // the search itself reads a national number as a Chinese one
  if (!value.startsWith(HOME_PREFIX)) tokens.push(`=${nationalDigits(value)}`);
  return tokens;
}

/** What to look for; null when the query holds nothing but space. */
export function planSearch(query: string): SearchPlan | null {
  const text = query.trim().normalize('NFC').toLowerCase();
  if (text === '') return null;
  const value = text.normalize('NFKC');
  const exact = [`=${value}`];
  if (new RegExp(`^\\d{${LAST_DIGITS}}$`).test(value)) exact.push(`#${value}`);
  const phone = PHONE_LIKE.test(text) ? toE164(text) : null;
  if (phone) exact.push(`=${phone}`);
  return { exact: [...new Set(exact)], ...planName(text) };
}

function planName(text: string): Pick<SearchPlan, 'name' | 'contains'> {
  const words = wordsOf(text);
  const pairs = words.flatMap((word) => word.slice(1).map((letter, index) => word[index]! + letter));
  const name = [...new Set(pairs.length > 0 ? pairs : words.flat())];
  const proven = words.length === 1 && words[0]!.length <= 2;
  return { name, contains: proven ? null : text };
}

/** The words of a text, each as its letters (code points, so that rare Chinese letters stay whole). */
function wordsOf(text: string): string[][] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .split(SPACES)
    .filter(Boolean)
    .map((word) => [...word]);
}
