import { createHash } from 'node:crypto';
import { canonicalText } from './domain/canonical';
import type { LadderTerms } from './domain/ladder';

/** The fingerprint by which a simulation and a publication know that they are about the same terms. */
export function termsHash(terms: LadderTerms): string {
  return createHash('sha256').update(canonicalText(terms)).digest('hex');
}
