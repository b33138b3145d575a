import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@siyu/kernel';
import { CLOCK, Database, row, rows } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import type { LadderVersion } from './domain/ladder';

const COLUMNS = `ladder_id as "ladderId", version, ladder_name as "ladderName", terms, effective_from as "effectiveFrom",
  published_at as "publishedAt"`;

/** Which version holds when. */
@Injectable()
export class VersionsQueries {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The version in force at a moment, now when none is named; null before the first one. */
  inForce(em: EntityManager = this.database.em, at: Date = this.clock.now()): Promise<LadderVersion | null> {
    return row<LadderVersion>(
      em,
      `select ${COLUMNS} from tiers_versions where effective_from <= $1 and withdrawn_at is null
       order by effective_from desc, published_at desc, version desc limit 1`,
      [at],
    );
  }

  /** Every version that was in force at some time between two moments, the first and the last included; oldest first. */
  between(from: Date, to: Date, em: EntityManager = this.database.em): Promise<LadderVersion[]> {
    return rows<LadderVersion>(
      em,
      `select ${COLUMNS} from tiers_versions
       where withdrawn_at is null and effective_from <= $2
         and effective_from >= coalesce(
           (select max(effective_from) from tiers_versions where withdrawn_at is null and effective_from <= $1),
           '-infinity')
       order by effective_from, published_at, version`,
      [from, to],
    );
  }

  /** Whether any version was ever published and not taken back. */
  async any(em: EntityManager = this.database.em): Promise<boolean> {
    return (await row(em, 'select from tiers_versions where withdrawn_at is null limit 1')) !== null;
  }

  /** A published version. */
  get(ladderId: string, version: number, em: EntityManager = this.database.em): Promise<LadderVersion | null> {
    return row<LadderVersion>(em, `select ${COLUMNS} from tiers_versions where ladder_id = $1 and version = $2`, [
      ladderId,
      version,
    ]);
  }
}
