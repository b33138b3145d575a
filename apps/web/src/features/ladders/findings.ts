import type { components } from '@siyu/api-client';
import type { Terms } from './model';

type Schemas = components['schemas'];
export type Check = Schemas['LadderCheckAnswer'];
export type Finding = Schemas['LadderFinding'];
export type Fault = Schemas['LadderFault'];
export type Severity = Finding['severity'];

/** Parts of a tier, and rules of the ladder, that a remark can be about. */
export const PARTS = ['name', 'enter', 'keep', 'benefits', 'replaces', 'icon', 'colour'] as const;
export type Part = (typeof PARTS)[number];

export interface Place {
  /** Key of the tier; null: of the ladder. */
  tierKey: string | null;
  /** The part of the tier, or the name of the rule. */
  part: string | null;
}

/** '/terms/tiers/1/enter/criteria/0/atLeast' -> the entering threshold of the second tier; '/terms/graceDays' -> that rule. */
export function placeOf(pointer: string, { tiers }: Pick<Terms, 'tiers'>): Place {
  const [, root, first, second, third] = pointer.split('/');
  if (root !== 'terms') return { tierKey: null, part: null };
  if (first !== 'tiers') return { tierKey: null, part: first ?? null };
  return { tierKey: tiers[Number(second)]?.key ?? null, part: third ?? null };
}

/** A fault of form or a finding, as one line at its place. */
export interface Remark {
  id: string;
  severity: Severity;
  place: Place;
  about: { finding: Finding } | { fault: Fault };
}

/** Faults are errors: such terms cannot even be saved. */
export function remarksOf({ errors, findings }: Check, terms: Terms): Remark[] {
  const faults = errors.map((fault, index): Remark => ({
    id: `fault-${index}-${fault.pointer}`,
    severity: 'error',
    place: placeOf(fault.pointer, terms),
    about: { fault },
  }));
  const found = findings.map((finding, index): Remark => {
    const place = placeOf(finding.pointer, terms);
    const isHere = terms.tiers.some(({ key }) => key === finding.tierKey);
    const tierKey = isHere ? finding.tierKey : place.tierKey;
    return {
      id: `${finding.code}-${index}`,
      severity: finding.severity,
      place: { ...place, tierKey },
      about: { finding },
    };
  });
  return [...faults, ...found];
}

/** At the rung stands what has to be looked at; hints wait in the panel. */
export function remarksAt(remarks: readonly Remark[], tierKey: string, part?: string): Remark[] {
  return remarks.filter(
    ({ place, severity }) =>
      place.tierKey === tierKey && severity !== 'hint' && (part === undefined || place.part === part),
  );
}

export function countBySeverity(remarks: readonly Remark[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, hint: 0 };
  for (const { severity } of remarks) counts[severity] += 1;
  return counts;
}
