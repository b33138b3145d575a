import { commonPasswords } from './common-passwords';

/**
 * What makes a password acceptable, after NIST SP 800-63B (5.1.1.2): long enough, not the name it belongs to, not one of
 * those that everybody tries first. No rules of composition and no expiry, for they make passwords worse.
 * Example: `correct horse` passes, `Password123` and `aaaaaaaaaa` do not.
 */
export const MIN_PASSWORD_LENGTH = 10;
export const MAX_PASSWORD_LENGTH = 200;

/** The same password typed on different keyboards gives the same text (NFKC, as NIST advises). */
export function normalisePassword(password: string): string {
  return password.normalize('NFKC');
}

/**
 * The rule that the password breaks, worded to follow "the password"; null when it is acceptable.
 *
 * @param email normalised e-mail of the account
 */
export function passwordFault(password: string, email: string): string | null {
  const text = normalisePassword(password);
  const length = [...text].length;
  if (length < MIN_PASSWORD_LENGTH) return `must have at least ${MIN_PASSWORD_LENGTH} characters`;
  if (length > MAX_PASSWORD_LENGTH) return `must have at most ${MAX_PASSWORD_LENGTH} characters`;
  const lower = text.toLowerCase();
  if (lower === email || lower === email.split('@')[0]) return 'must not be the e-mail';
  if (new Set(lower).size < 3 || commonPasswords.has(lower))
    return 'is one of those that are tried first; choose another';
  return null;
}
