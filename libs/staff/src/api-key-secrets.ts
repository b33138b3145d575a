import { createHash, randomBytes } from 'node:crypto';

export const API_KEY_PREFIX = 'siyu_';

/** A new secret; whoever is told it once must keep it. */
export function makeSecret(): string {
  return `${API_KEY_PREFIX}${randomBytes(32).toString('base64url')}`;
}

/** What is kept of a secret. No salt and no slow hash: 256 random bits can't be guessed. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
