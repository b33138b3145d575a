import { Inject, Injectable } from '@nestjs/common';
import { badCursor, dayOf, decodeCursor, pageOf, type Clock, type Day, type Page } from '@siyu/kernel';
import { Audit, CLOCK, CONFIG, Database, type Config, type Operator } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import { programmeErrors } from './domain/errors';
import { DEFAULT_PROGRAMME, type Programme } from './domain/programme';
import { readProgramme, zoneFaults, type ProgrammeSettings } from './domain/read-programme';
import type { ProgrammeRow } from './programme.entities';
import { ProgrammesStore } from './programmes.store';

/** A version with where it comes from; version 0 are the defaults, which nobody wrote. */
export type ProgrammeVersion = Omit<ProgrammeRow, 'createdAt'> & { createdAt: Date | null };

/** This moment, the day on which it falls, and where. */
export interface Today {
  now: Date;
  day: Day;
  timeZone: string;
}

/** Another process learns of a change after this time at the latest. */
const REMEMBERED_MS = 2000;

/** The programme in force, and its history. */
@Injectable()
export class ProgrammesService {
  private remembered: { programme: Programme; until: number } | null = null;
  private changes = 0;

  constructor(
    private readonly database: Database,
    private readonly store: ProgrammesStore,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Remembered for a moment: the ledger asks with every act.
   *
   * @param em of the caller's transaction, which must not wait for a second connection
   */
  async current(em: EntityManager = this.database.em): Promise<Programme> {
    if (this.remembered && performance.now() < this.remembered.until) return this.remembered.programme;
    const { changes } = this;
    const { version, settings } = await this.inForce(em);
    const programme = { ...settings, version };
    // What was read before a change must not outlive it.
    if (changes === this.changes) this.remembered = { programme, until: performance.now() + REMEMBERED_MS };
    return programme;
  }

  /** The programme's calendar. */
  async today(): Promise<Today> {
    const { timeZone } = await this.current();
    const now = this.clock.now();
    return { now, day: dayOf(now, timeZone), timeZone };
  }

  /** As it is in the database at this moment. */
  async inForce(em: EntityManager = this.database.em): Promise<ProgrammeVersion> {
    const { version, ...defaults } = DEFAULT_PROGRAMME;
    const settings = { ...defaults, timeZone: this.config.timeZone };
    return (await this.store.latest(em)) ?? { version, settings, authorId: null, note: null, createdAt: null };
  }

  /** Every version that somebody wrote, newest first. */
  async versions(limit: number, cursor?: string): Promise<Page<ProgrammeVersion>> {
    const before = cursor ? decodeCursor(cursor, 1)[0]! : null;
    if (before !== null && !(Number.isSafeInteger(before) && Number(before) < 2 ** 31)) throw badCursor();
    const found = await this.store.list(this.database.em, limit + 1, before as number | null);
    return pageOf(found, limit, (last) => [last.version]);
  }

  /**
   * Makes a new version; the ones before stay on record. It holds from now on, and its expiry rules from their days on.
   *
   * @param actor null: the system itself
   * @param expected the version that the caller looked at; undefined for whatever is in force
   * @throws DomainError `points.programme-invalid` (invalid), `points.programme-changed` (conflict) when there is a newer one
   */
  async replace(
    actor: Operator | null,
    sent: ProgrammeSettings,
    note: string | null,
    expected?: number,
  ): Promise<ProgrammeVersion> {
    const now = this.clock.now();
    const faults = zoneFaults(sent);
    if (faults.length > 0) throw programmeErrors.invalid(faults);
    const written = await this.database.transaction(async (em) => {
      await this.store.lock(em);
      const before = await this.inForce(em);
      if (expected !== undefined && expected !== before.version) throw programmeErrors.changed(before.version);
      const settings = readProgramme(sent, before.settings, dayOf(now, sent.timeZone));
      const after = { version: before.version + 1, settings, authorId: actor?.id ?? null, note, createdAt: now };
      await this.store.insert(em, after);
      await this.audit.record(em, {
        actor,
        action: 'points.change-programme',
        subject: 'points-programme',
        subjectId: String(after.version),
        before: before.settings,
        after: { ...settings, note },
      });
      return after;
    });
    this.changes += 1;
    this.remembered = null;
    return written;
  }
}
