import { Inject, Injectable } from '@nestjs/common';
import { newId, type Clock } from '@siyu/kernel';
import { Audit, CLOCK, Database, type Operator } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import { ladderErrors } from './domain/errors';
import type { LadderTerms } from './domain/ladder';
import { readLadder, type SentLadder } from './domain/read-ladder';
import { LADDER_TEMPLATES } from './domain/templates';
import type { LadderRow } from './ladders.entities';
import { LaddersStore } from './ladders.store';
import { VersionsQueries } from './versions.queries';
import { VersionsStore } from './versions.store';

/** Where the terms of a new ladder come from: one of these. */
export interface LadderSource {
  template?: string;
  terms?: SentLadder;
  copyOf?: { ladderId: string; version?: number };
}

/** What staff do with drafts; null as actor is the system itself. */
@Injectable()
export class LaddersService {
  constructor(
    private readonly database: Database,
    private readonly store: LaddersStore,
    private readonly versions: VersionsStore,
    private readonly inForce: VersionsQueries,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Makes a ladder with a draft that nobody published yet.
   *
   * @throws DomainError `tiers.ladder-source-unclear`, `tiers.template-unknown`, `tiers.ladder-invalid` (invalid);
   *   `tiers.ladder-not-found`, `tiers.version-not-found`
   */
  async create(actor: Operator | null, name: string, source: LadderSource): Promise<LadderRow> {
    const now = this.clock.now();
    return this.database.transaction(async (em) => {
      const draft = await this.termsFrom(em, source);
      const ladder: LadderRow = {
        ladderId: newId(),
        name,
        draft,
        draftRevision: 1,
        authorId: actor?.id ?? null,
        createdAt: now,
        updatedAt: now,
        archivedAt: null,
      };
      await this.store.insert(em, ladder);
      await this.record(em, actor, 'tiers.create-ladder', ladder.ladderId, undefined, {
        name,
        source: sourceOf(source),
      });
      return ladder;
    });
  }

  /**
   * Replaces the draft. What was published stays as it is.
   *
   * @param revision of the draft that the caller looked at
   * @throws DomainError `tiers.ladder-not-found`; `tiers.ladder-invalid` (invalid); `tiers.draft-changed` (conflict);
   *   `tiers.ladder-archived` (refused)
   */
  async save(
    actor: Operator | null,
    ladderId: string,
    change: { name: string; terms: SentLadder; revision: number },
  ): Promise<LadderRow> {
    const draft = readLadder(change.terms);
    return this.database.transaction(async (em) => {
      const before = await this.locked(em, ladderId, change.revision);
      const after: LadderRow = {
        ...before,
        name: change.name,
        draft,
        draftRevision: before.draftRevision + 1,
        authorId: actor?.id ?? null,
        updatedAt: this.clock.now(),
      };
      await this.store.saveDraft(em, after);
      const facts = ({ name, draft }: LadderRow) => ({ name, draft });
      await this.record(em, actor, 'tiers.change-ladder', ladderId, facts(before), facts(after));
      return after;
    });
  }

  /**
   * Takes a ladder off the list; its versions stay on record. Nothing happens when it was archived before.
   *
   * @throws DomainError `tiers.ladder-not-found`; `tiers.ladder-in-use` (refused) when a version is in force or will be
   */
  async archive(actor: Operator | null, ladderId: string): Promise<void> {
    await this.database.transaction(async (em) => {
      // A publication waits, and then finds the ladder archived.
      await this.versions.lock(em);
      const ladder = await this.store.lock(em, ladderId);
      if (!ladder) throw ladderErrors.notFound();
      if (ladder.archivedAt) return;
      const now = this.clock.now();
      const published = await this.versions.ofLadders(em, [ladderId]);
      const isWaiting = published.some(({ effectiveFrom, withdrawnAt }) => !withdrawnAt && effectiveFrom > now);
      const current = await this.inForce.inForce(em, now);
      if (isWaiting || current?.ladderId === ladderId) throw ladderErrors.inUse();
      await this.store.archive(em, ladderId, now);
      await this.record(em, actor, 'tiers.archive-ladder', ladderId, { archivedAt: null }, { archivedAt: now });
    });
  }

  /**
   * The ladder, locked, with the draft that the caller looked at. For publications, too.
   *
   * @throws DomainError as {@link save}
   */
  async locked(em: EntityManager, ladderId: string, revision?: number): Promise<LadderRow> {
    const ladder = await this.store.lock(em, ladderId);
    if (!ladder) throw ladderErrors.notFound();
    if (ladder.archivedAt) throw ladderErrors.archived();
    if (revision !== undefined && revision !== ladder.draftRevision)
      throw ladderErrors.draftChanged(ladder.draftRevision);
    return ladder;
  }

  private async termsFrom(em: EntityManager, { template, terms, copyOf }: LadderSource): Promise<LadderTerms> {
    if ([template, terms, copyOf].filter((each) => each !== undefined).length !== 1) throw ladderErrors.sourceUnclear();
    if (terms) return readLadder(terms);
    if (copyOf) return this.copied(em, copyOf);
    const found = LADDER_TEMPLATES.find(({ key }) => key === template);
    if (!found) throw ladderErrors.templateUnknown();
    return readLadder(found.terms);
  }

  private async copied(em: EntityManager, { ladderId, version }: NonNullable<LadderSource['copyOf']>) {
    const ladder = await this.store.find(em, ladderId);
    if (!ladder) throw ladderErrors.notFound();
    if (version === undefined) return ladder.draft;
    const found = await this.versions.find(em, ladderId, version);
    if (!found) throw ladderErrors.versionNotFound();
    return found.terms;
  }

  private record(
    em: EntityManager,
    actor: Operator | null,
    action: string,
    ladderId: string,
    before: unknown,
    after: unknown,
  ): Promise<void> {
    return this.audit.record(em, { actor, action, subject: 'tier-ladder', subjectId: ladderId, before, after });
  }
}

function sourceOf({ template, copyOf }: LadderSource): string {
  if (copyOf) return `copy of ${copyOf.ladderId}`;
  return template ? `template ${template}` : 'terms';
}
