import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { badCursor, dayOf, decodeCursor, pageOf, type Clock, type Page } from '@siyu/kernel';
import { Audit, CLOCK, CONFIG, Database, type Operator, type Config } from '@siyu/platform';
import { rfmErrors } from './domain/errors';
import { readSettings, type SentSettings } from './domain/read-settings';
import { defaultSettings, type RfmSettings } from './domain/settings';
import { RfmSettingsStore } from './rfm-settings.store';

/** Settings with their version; version 0 are the defaults, which nobody wrote. */
export interface VersionedSettings {
  version: number;
  settings: RfmSettings;
  authorId: string | null;
  createdAt: Date | null;
}

@Injectable()
export class RfmSettingsService {
  constructor(
    private readonly database: Database,
    private readonly store: RfmSettingsStore,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async current(em: EntityManager = this.database.em): Promise<VersionedSettings> {
    return (await this.store.latest(em)) ?? { version: 0, settings: defaultSettings, authorId: null, createdAt: null };
  }

  /** Every version that somebody wrote, newest first. */
  async versions(limit: number, cursor?: string): Promise<Page<VersionedSettings>> {
    const before = cursor ? decodeCursor(cursor, 1)[0]! : null;
    if (before !== null && !Number.isSafeInteger(before)) throw badCursor();
    const found = await this.store.list(this.database.em, limit + 1, before as number | null);
    return pageOf(found, limit, (last) => [last.version]);
  }

  /**
   * Makes a new version of the settings; the ones before stay on record. The next run uses it.
   *
   * @param changed the version that the caller looked at; undefined for whatever is in force
   * @throws DomainError `rfm.settings-invalid` (invalid), `rfm.settings-changed` (conflict) when there is a newer version
   */
  async replace(actor: Operator, sent: SentSettings, changed?: number): Promise<VersionedSettings> {
    const now = this.clock.now();
    const settings = readSettings(sent, dayOf(now, this.config.timeZone));
    return this.database.transaction(async (em) => {
      await this.store.lock(em);
      const before = await this.current(em);
      if (changed !== undefined && changed !== before.version) throw rfmErrors.settingsChanged(before.version);
      const version = before.version + 1;
      await this.store.insert(em, version, settings, actor.id, now);
      await this.audit.record(em, {
        actor,
        action: 'rfm.change-settings',
        subject: 'rfm-settings',
        subjectId: String(version),
        before: before.settings,
        after: settings,
      });
      return { version, settings, authorId: actor.id, createdAt: now };
    });
  }
}
