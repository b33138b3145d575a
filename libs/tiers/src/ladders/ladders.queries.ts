import { Inject, Injectable } from '@nestjs/common';
import { decodeIdCursor, pageOf, type Clock } from '@siyu/kernel';
import { CLOCK, Database } from '@siyu/platform';
import { ladderErrors } from './domain/errors';
import type { LadderRow, VersionRow } from './ladders.entities';
import type { LadderPage, LadderView } from './ladders.dto';
import { LaddersStore } from './ladders.store';
import { ladderSummary, ladderView, versionSummary, versionView, type Moment } from './ladders.views';
import type { LadderVersionList, LadderVersionView } from './versions.dto';
import { VersionsQueries } from './versions.queries';
import { VersionsStore } from './versions.store';

/** Ladders and their versions for screens. */
@Injectable()
export class LaddersQueries {
  constructor(
    private readonly database: Database,
    private readonly store: LaddersStore,
    private readonly versionsStore: VersionsStore,
    private readonly current: VersionsQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async page(isArchived: boolean, limit: number, cursor?: string): Promise<LadderPage> {
    const { em } = this.database;
    const found = await this.store.list(em, isArchived, limit + 1, cursor ? decodeIdCursor(cursor) : null);
    const { items, nextCursor } = pageOf(found, limit, (last) => [last.ladderId]);
    const versions = await this.versionsStore.ofLadders(
      em,
      items.map(({ ladderId }) => ladderId),
    );
    const moment = await this.moment();
    const own = (ladder: LadderRow) => versions.filter(({ ladderId }) => ladderId === ladder.ladderId);
    return { items: items.map((ladder) => ladderSummary(ladder, own(ladder), moment)), nextCursor };
  }

  /** @throws DomainError `tiers.ladder-not-found` */
  async get(ladderId: string): Promise<LadderView> {
    const ladder = await this.store.find(this.database.em, ladderId);
    if (!ladder) throw ladderErrors.notFound();
    return this.view(ladder);
  }

  /** A ladder that was just written. */
  async view(ladder: LadderRow): Promise<LadderView> {
    const versions = await this.versionsStore.ofLadders(this.database.em, [ladder.ladderId]);
    return ladderView(ladder, versions, await this.moment());
  }

  /** Newest first. @throws DomainError `tiers.ladder-not-found` */
  async versions(ladderId: string): Promise<LadderVersionList> {
    if (!(await this.store.find(this.database.em, ladderId))) throw ladderErrors.notFound();
    const found = await this.versionsStore.ofLadders(this.database.em, [ladderId]);
    const moment = await this.moment();
    return { items: found.map((version) => versionSummary(version, moment)) };
  }

  /** @throws DomainError `tiers.version-not-found` */
  async version(ladderId: string, version: number): Promise<LadderVersionView> {
    const found = await this.versionsStore.find(this.database.em, ladderId, version);
    if (!found) throw ladderErrors.versionNotFound();
    return this.versionView(found);
  }

  /** A version that was just written. */
  async versionView(version: VersionRow): Promise<LadderVersionView> {
    return versionView(version, await this.moment());
  }

  private async moment(): Promise<Moment> {
    const now = this.clock.now();
    return { now, inForce: await this.current.inForce(this.database.em, now) };
  }
}
