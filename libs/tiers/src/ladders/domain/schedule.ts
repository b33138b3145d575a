/*
 * Where a published version is in its life. In force is one version of the whole house (decision 12); of the others some wait for
 * their time, some are over, some were taken back before their time.
 *
 * Example: versions 1 and 2 have begun, 3 begins on New Year: 1 is past, 2 in force, 3 scheduled.
 */
export const VERSION_STATES = ['in-force', 'scheduled', 'past', 'withdrawn'] as const;
export type VersionState = (typeof VERSION_STATES)[number];

export interface Published {
  ladderId: string;
  version: number;
  effectiveFrom: Date;
  withdrawnAt: Date | null;
}

export function stateOf(
  version: Published,
  inForce: Pick<Published, 'ladderId' | 'version'> | null,
  now: Date,
): VersionState {
  if (version.withdrawnAt) return 'withdrawn';
  if (version.effectiveFrom > now) return 'scheduled';
  return version.ladderId === inForce?.ladderId && version.version === inForce.version ? 'in-force' : 'past';
}
