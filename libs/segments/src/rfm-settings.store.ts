import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { affected, row, rows } from '@siyu/platform';
import type { RfmSettings } from './domain/settings';
import type { RfmSettingsRow } from './rfm.entities';

const COLUMNS = `version, settings, author_id as "authorId", created_at as "createdAt"`;

@Injectable()
export class RfmSettingsStore {
  /** The version in force, or null while the defaults are. */
  async latest(em: EntityManager): Promise<RfmSettingsRow | null> {
    return row<RfmSettingsRow>(em, `select ${COLUMNS} from segments_rfm_settings order by version desc limit 1`);
  }

  /** Newest first, behind `before`. */
  async list(em: EntityManager, limit: number, before: number | null): Promise<RfmSettingsRow[]> {
    return rows<RfmSettingsRow>(
      em,
      `select ${COLUMNS} from segments_rfm_settings
       where $2::integer is null or version < $2 order by version desc limit $1`,
      [limit, before],
    );
  }

  /** Makes whoever else changes the settings wait until this transaction has ended. */
  async lock(em: EntityManager): Promise<void> {
    await affected(em, `lock table segments_rfm_settings in share row exclusive mode`);
  }

  async insert(
    em: EntityManager,
    version: number,
    settings: RfmSettings,
    authorId: string | null,
    at: Date,
  ): Promise<void> {
    await affected(
      em,
      `insert into segments_rfm_settings (version, settings, author_id, created_at) values ($1, $2, $3, $4)`,
      [version, JSON.stringify(settings), authorId, at],
    );
  }
}
