import { Injectable } from '@nestjs/common';
import { affected, row, rows } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import type { VersionRow } from './ladders.entities';

const COLUMNS = `ladder_id as "ladderId", version, ladder_name as "ladderName", terms, effective_from as "effectiveFrom",
  published_at as "publishedAt", author_id as "authorId", note, simulation_id as "simulationId",
  restores_version as "restoresVersion", withdrawn_at as "withdrawnAt"`;

/** What a simulation says of itself to a publication. */
export interface SimulatedTerms {
  status: string;
  termsHash: string;
}

/** Every write and locked read of published versions. */
@Injectable()
export class VersionsStore {
  /** Makes whoever else publishes or withdraws wait until this transaction has ended. */
  async lock(em: EntityManager): Promise<void> {
    await affected(em, 'lock table tiers_versions in share row exclusive mode');
  }

  /**
   * Numbers the version and says when it was published: later than every other one, also within one millisecond, because of two
   * that begin at the same moment the later publication counts.
   */
  async insert(em: EntityManager, version: Omit<VersionRow, 'version' | 'withdrawnAt'>): Promise<VersionRow> {
    const written = await row<VersionRow>(
      em,
      `insert into tiers_versions (ladder_id, version, ladder_name, terms, effective_from, published_at, author_id, note,
         simulation_id, restores_version)
       select $1, (select coalesce(max(version), 0) + 1 from tiers_versions where ladder_id = $1), $2, $3, $4,
         greatest($5, (select max(published_at) + interval '1 millisecond' from tiers_versions)), $6, $7, $8, $9
       returning ${COLUMNS}`,
      [
        version.ladderId,
        version.ladderName,
        JSON.stringify(version.terms),
        version.effectiveFrom,
        version.publishedAt,
        version.authorId,
        version.note,
        version.simulationId,
        version.restoresVersion,
      ],
    );
    return written!;
  }

  find(em: EntityManager, ladderId: string, version: number): Promise<VersionRow | null> {
    return row<VersionRow>(em, `select ${COLUMNS} from tiers_versions where ladder_id = $1 and version = $2`, [
      ladderId,
      version,
    ]);
  }

  async withdraw(em: EntityManager, ladderId: string, version: number, at: Date): Promise<void> {
    await affected(em, 'update tiers_versions set withdrawn_at = $3 where ladder_id = $1 and version = $2', [
      ladderId,
      version,
      at,
    ]);
  }

  /** All versions of these ladders, newest first. */
  ofLadders(em: EntityManager, ladderIds: readonly string[]): Promise<VersionRow[]> {
    return rows<VersionRow>(
      em,
      `select ${COLUMNS} from tiers_versions where ladder_id = any($1::uuid[]) order by ladder_id, version desc`,
      [ladderIds],
    );
  }

  /** What was tried out under this id; null when there is no such simulation. */
  simulated(em: EntityManager, simulationId: string): Promise<SimulatedTerms | null> {
    return row<SimulatedTerms>(
      em,
      'select status, terms_hash as "termsHash" from tiers_simulations where simulation_id = $1',
      [simulationId],
    );
  }

  /** Whether anything gives growth value at this moment. */
  async hasGrowthRules(em: EntityManager, at: Date): Promise<boolean> {
    const found = await row<{ rules: { isActive: boolean; value: number }[] }>(
      em,
      `select rules from tiers_value_programmes where ledger = 'growth' and valid_from <= $1 order by version desc limit 1`,
      [at],
    );
    return found?.rules.some(({ isActive, value }) => isActive && value > 0) ?? false;
  }
}
