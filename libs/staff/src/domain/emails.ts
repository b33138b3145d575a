/**
 * The name that staff sign in with: an e-mail address, compared without regard to case or white space around it. Anything
 * with one `@` between two parts counts, so that `admin@localhost` is a name too. Example: ` Li@Shop.CN ` is `li@shop.cn`.
 */
export const MAX_EMAIL_LENGTH = 254;

const EMAIL = /^[^\s@]+@[^\s@]+$/u;

export function normaliseEmail(text: string): string {
  return text.trim().toLowerCase();
}

/** Whether a normalised text is a name to sign in with. */
export function isEmail(text: string): boolean {
  return text.length <= MAX_EMAIL_LENGTH && EMAIL.test(text);
}
