import { DomainError, type FieldFault } from '@siyu/kernel';
import type { Finding } from './findings';

/** Every refusal of ladders and their publication. */
export const ladderErrors = {
  invalid: (errors: FieldFault[]) =>
    new DomainError('tiers.ladder-invalid', 'invalid', `${errors[0]!.pointer} ${errors[0]!.message}.`, { errors }),

  notFound: () => new DomainError('tiers.ladder-not-found', 'not-found', 'There is no such ladder.'),

  versionNotFound: () =>
    new DomainError('tiers.version-not-found', 'not-found', 'The ladder has no such published version.'),

  sourceUnclear: () =>
    new DomainError('tiers.ladder-source-unclear', 'invalid', 'Give one of template, terms and copyOf.', {
      errors: [{ pointer: '', message: 'must have one of template, terms and copyOf' }],
    }),

  templateUnknown: () =>
    new DomainError('tiers.template-unknown', 'invalid', 'There is no such template.', {
      errors: [{ pointer: '/template', message: 'must be the key of a template' }],
    }),

  draftChanged: (revision: number) =>
    new DomainError('tiers.draft-changed', 'conflict', 'The draft was changed since it was read.', {
      extra: { revision },
    }),

  archived: () =>
    new DomainError('tiers.ladder-archived', 'refused', 'An archived ladder stays as it is; copy it instead.'),

  inUse: () =>
    new DomainError('tiers.ladder-in-use', 'refused', 'A ladder that is in force, or will be, cannot be archived.'),

  /** Facts for programs are the findings; the sentence names the first. */
  unsound: (findings: Finding[]) =>
    new DomainError('tiers.ladder-unsound', 'refused', `The ladder cannot work: ${findings[0]!.code}.`, {
      extra: { findings },
      errors: findings.map(({ pointer, code }) => ({ pointer, message: `cannot work: ${code}` })),
    }),

  effectiveInPast: () =>
    new DomainError('tiers.effective-in-past', 'invalid', 'A version comes into force now or later.', {
      errors: [{ pointer: '/effectiveFrom', message: 'must not be in the past' }],
    }),

  effectiveUnclear: () =>
    new DomainError('tiers.effective-unclear', 'invalid', 'The time from which the version counts cannot be read.', {
      errors: [{ pointer: '/effectiveFrom', message: 'must be a day, like 2026-11-22, or a time with its zone' }],
    }),

  simulationUnfit: (reason: 'unknown' | 'unfinished' | 'other-terms') =>
    new DomainError('tiers.simulation-unfit', 'refused', 'The simulation does not tell what these terms would do.', {
      extra: { reason },
    }),

  versionBegun: () =>
    new DomainError(
      'tiers.version-begun',
      'refused',
      'A version that came into force can be followed by another only.',
    ),

  versionInForce: () => new DomainError('tiers.version-in-force', 'refused', 'These terms are in force already.'),

  /** Some other version, which waits for its time, would leave the members of these tiers behind. */
  successorUnfit: (ladderId: string, version: number, tiers: string[]) =>
    new DomainError(
      'tiers.successor-unfit',
      'refused',
      'A version that is scheduled does not say where members of these tiers go; withdraw it first.',
      { extra: { ladderId, version, tiers } },
    ),
};
