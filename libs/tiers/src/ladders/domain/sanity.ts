import type { Finding, Surroundings } from './findings';
import type { LadderTerms } from './ladder';
import { benefitFindings } from './sanity-benefits';
import { changeFindings } from './sanity-changes';
import { keepingFindings } from './sanity-keeping';
import { thresholdFindings } from './sanity-thresholds';

const GRAVITY = { error: 0, warning: 1, hint: 2 };

/**
 * Everything that an operator should know of terms before they are published, gravest first.
 *
 * Example: silver from 1,000.00 and gold from 800.00 in the same 12 months: whoever reaches silver is gold already, so silver is a
 * tier that nobody ever stands in (`threshold-not-rising`, an error).
 *
 * @param terms valid in form (`readLadder`)
 */
export function examine(terms: LadderTerms, surroundings: Surroundings): Finding[] {
  const findings = [
    ...thresholdFindings(terms, surroundings),
    ...keepingFindings(terms),
    ...benefitFindings(terms),
    ...changeFindings(terms, surroundings),
  ];
  return findings.sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity]);
}

/** The findings that forbid a publication. */
export function gravest(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ severity }) => severity === 'error');
}
