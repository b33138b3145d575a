import { Injectable } from '@nestjs/common';
import { Audit, Database, Events, type Operator } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import { ChecksService } from './checks.service';
import { ladderErrors } from './domain/errors';
import type { LadderTerms } from './domain/ladder';
import { readLadder } from './domain/read-ladder';
import { restored } from './domain/succession';
import type { LadderRow, VersionRow } from './ladders.entities';
import { ladderPublished } from './ladders.events';
import { LaddersService } from './ladders.service';
import { termsHash } from './terms-hash';
import { VersionsStore } from './versions.store';

export interface PublicationWish {
  /** Of the draft that the caller looked at. */
  revision: number;
  /** A day, from its first moment on, or a time with its zone; now when left out. */
  effectiveFrom?: string;
  note?: string | null;
  /** Of the simulation that told what these terms would do. */
  simulationId?: string | null;
}

export interface RollbackWish {
  /** The version whose terms come back. */
  version: number;
  effectiveFrom?: string;
  note?: string | null;
}

type Content = Pick<VersionRow, 'terms' | 'effectiveFrom' | 'note' | 'simulationId' | 'restoresVersion'>;

/** What makes versions count, and takes them back. Only one of these acts is done at a time in the whole house. */
@Injectable()
export class PublicationsService {
  constructor(
    private readonly database: Database,
    private readonly ladders: LaddersService,
    private readonly store: VersionsStore,
    private readonly checks: ChecksService,
    private readonly audit: Audit,
    private readonly events: Events,
  ) {}

  /**
   * Makes the draft a version, which never changes again.
   *
   * @throws DomainError `tiers.ladder-not-found`; `tiers.draft-changed` (conflict); `tiers.ladder-archived`,
   *   `tiers.ladder-unsound`, `tiers.successor-unfit`, `tiers.simulation-unfit` (refused); `tiers.effective-unclear`, `tiers.effective-in-past` (invalid)
   */
  async publish(actor: Operator | null, ladderId: string, wish: PublicationWish): Promise<VersionRow> {
    const { note = null, simulationId = null } = wish;
    return this.database.transaction(async (em) => {
      await this.store.lock(em);
      const ladder = await this.ladders.locked(em, ladderId, wish.revision);
      // A draft may be older than what is asked of one today.
      const terms = readLadder(ladder.draft);
      const effectiveFrom = await this.checks.effectiveFrom(em, wish.effectiveFrom);
      await this.checks.assertSound(em, terms, effectiveFrom);
      if (simulationId) await this.assertSimulated(em, simulationId, terms);
      return this.write(em, actor, ladder, { terms, effectiveFrom, note, simulationId, restoresVersion: null });
    });
  }

  /**
   * Publishes the terms of an earlier version again. They were sound when they were published; tiers that came since are
   * replaced by the next lower one. The draft stays what it is.
   *
   * @throws DomainError `tiers.ladder-not-found`, `tiers.version-not-found`; `tiers.ladder-archived`,
   *   `tiers.version-in-force`, `tiers.successor-unfit` (refused); `tiers.effective-unclear`, `tiers.effective-in-past` (invalid)
   */
  async rollBack(actor: Operator | null, ladderId: string, wish: RollbackWish): Promise<VersionRow> {
    return this.database.transaction(async (em) => {
      await this.store.lock(em);
      const ladder = await this.ladders.locked(em, ladderId);
      const earlier = await this.found(em, ladderId, wish.version);
      if (earlier.withdrawnAt) throw ladderErrors.versionNotFound();
      const effectiveFrom = await this.checks.effectiveFrom(em, wish.effectiveFrom);
      const before = await this.checks.before(em, effectiveFrom);
      if (before?.ladderId === ladderId && before.version === wish.version) throw ladderErrors.versionInForce();
      const terms = restored(earlier.terms, before?.terms ?? null);
      const content = { terms, effectiveFrom, note: wish.note ?? null, simulationId: null };
      return this.write(
        em,
        actor,
        { ...ladder, name: earlier.ladderName },
        { ...content, restoresVersion: wish.version },
      );
    });
  }

  /**
   * Takes back a version whose time has not come; nothing happens when that was done before.
   *
   * @throws DomainError `tiers.ladder-not-found`, `tiers.version-not-found`; `tiers.version-begun`,
   *   `tiers.successor-unfit` (refused)
   */
  async withdraw(actor: Operator | null, ladderId: string, version: number): Promise<VersionRow> {
    return this.database.transaction(async (em) => {
      await this.store.lock(em);
      const before = await this.found(em, ladderId, version);
      if (before.withdrawnAt) return before;
      const now = this.checks.now();
      if (before.effectiveFrom <= now) throw ladderErrors.versionBegun();
      await this.store.withdraw(em, ladderId, version, now);
      await this.checks.assertSuccession(em);
      const facts = { version, effectiveFrom: before.effectiveFrom };
      await this.record(em, actor, 'tiers.withdraw-version', ladderId, facts, { ...facts, withdrawnAt: now });
      return { ...before, withdrawnAt: now };
    });
  }

  private async write(
    em: EntityManager,
    actor: Operator | null,
    { ladderId, name }: LadderRow,
    content: Content,
  ): Promise<VersionRow> {
    const authorId = actor?.id ?? null;
    const publishedAt = this.checks.now();
    const written = await this.store.insert(em, { ladderId, ladderName: name, publishedAt, authorId, ...content });
    await this.checks.assertSuccession(em);
    const action = content.restoresVersion === null ? 'tiers.publish-version' : 'tiers.roll-back-version';
    await this.record(em, actor, action, ladderId, undefined, written);
    const { version, effectiveFrom } = written;
    await this.events.publish(em, ladderPublished, { ladderId, version, effectiveFrom: effectiveFrom.toISOString() });
    return written;
  }

  private async found(em: EntityManager, ladderId: string, version: number): Promise<VersionRow> {
    const found = await this.store.find(em, ladderId, version);
    if (!found) throw ladderErrors.versionNotFound();
    return found;
  }

  /** Whether the simulation is over and was about these very terms. */
  private async assertSimulated(em: EntityManager, simulationId: string, terms: LadderTerms): Promise<void> {
    const simulated = await this.store.simulated(em, simulationId);
    if (!simulated) throw ladderErrors.simulationUnfit('unknown');
    if (simulated.status !== 'done') throw ladderErrors.simulationUnfit('unfinished');
    if (simulated.termsHash !== termsHash(terms)) throw ladderErrors.simulationUnfit('other-terms');
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
