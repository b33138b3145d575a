import { Injectable } from '@nestjs/common';
import { affected, row, rows } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import type { ProgrammeRow } from './programme.entities';

const COLUMNS = `version, settings, author_id as "authorId", note, created_at as "createdAt"`;

/** Every read and write of the programme's versions. */
@Injectable()
export class ProgrammesStore {
  /** The version in force, or null while the defaults are. */
  latest(em: EntityManager): Promise<ProgrammeRow | null> {
    return row<ProgrammeRow>(em, `select ${COLUMNS} from points_programmes order by version desc limit 1`);
  }

  /** Newest first, behind `before`. */
  list(em: EntityManager, limit: number, before: number | null): Promise<ProgrammeRow[]> {
    return rows<ProgrammeRow>(
      em,
      `select ${COLUMNS} from points_programmes
       where $2::integer is null or version < $2 order by version desc limit $1`,
      [limit, before],
    );
  }

  /** Makes whoever else changes the programme wait until this transaction has ended. */
  async lock(em: EntityManager): Promise<void> {
    await affected(em, 'lock table points_programmes in share row exclusive mode');
  }

  async insert(em: EntityManager, programme: ProgrammeRow): Promise<void> {
    const { version, settings, authorId, note, createdAt } = programme;
    await affected(
      em,
      `insert into points_programmes (version, settings, author_id, note, created_at) values ($1, $2, $3, $4, $5)`,
      [version, JSON.stringify(settings), authorId, note, createdAt],
    );
  }
}
