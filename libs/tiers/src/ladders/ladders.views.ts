import { canonicalText } from './domain/canonical';
import type { LadderVersion } from './domain/ladder';
import { stateOf } from './domain/schedule';
import type { LadderRow, VersionRow } from './ladders.entities';
import type { LadderSummary, LadderView } from './ladders.dto';
import type { LadderVersionRef, LadderVersionSummary, LadderVersionView } from './versions.dto';

/** By what is in force now. */
export interface Moment {
  now: Date;
  inForce: LadderVersion | null;
}

/** @param versions of the ladder, newest first */
export function ladderSummary(ladder: LadderRow, versions: readonly VersionRow[], moment: Moment): LadderSummary {
  const { ladderId: id, name, draft, draftRevision: revision, authorId, createdAt, updatedAt, archivedAt } = ladder;
  const inState = (state: string) => versions.filter((each) => stateOf(each, moment.inForce, moment.now) === state);
  const scheduled = inState('scheduled').sort((a, b) => a.effectiveFrom.getTime() - b.effectiveFrom.getTime());
  const newest = versions.find(({ withdrawnAt }) => !withdrawnAt);
  return {
    id,
    name,
    revision,
    authorId,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    archivedAt: archivedAt?.toISOString() ?? null,
    inForce: inState('in-force').map(reference)[0] ?? null,
    scheduled: scheduled.map(reference),
    latestVersion: versions[0]?.version ?? null,
    hasChanges: !newest || newest.ladderName !== name || canonicalText(newest.terms) !== canonicalText(draft),
  };
}

/** @param versions of the ladder, newest first */
export function ladderView(ladder: LadderRow, versions: readonly VersionRow[], moment: Moment): LadderView {
  return { ...ladderSummary(ladder, versions, moment), terms: ladder.draft };
}

export function versionSummary(version: VersionRow, { inForce, now }: Moment): LadderVersionSummary {
  const { ladderName, publishedAt, authorId, note, simulationId, restoresVersion, withdrawnAt } = version;
  return {
    ...reference(version),
    state: stateOf(version, inForce, now),
    ladderName,
    publishedAt: publishedAt.toISOString(),
    authorId,
    note,
    simulationId,
    restoresVersion,
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
  };
}

export function versionView(version: VersionRow, moment: Moment): LadderVersionView {
  return { ...versionSummary(version, moment), terms: version.terms };
}

function reference({ version, effectiveFrom }: VersionRow): LadderVersionRef {
  return { version, effectiveFrom: effectiveFrom.toISOString() };
}
