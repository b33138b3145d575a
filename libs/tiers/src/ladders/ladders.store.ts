import { Injectable } from '@nestjs/common';
import { affected, row, rows } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import type { LadderRow } from './ladders.entities';

const COLUMNS = `ladder_id as "ladderId", name, draft, draft_revision as "draftRevision", author_id as "authorId",
  created_at as "createdAt", updated_at as "updatedAt", archived_at as "archivedAt"`;

/** Every write and read of ladders and their drafts. */
@Injectable()
export class LaddersStore {
  async insert(em: EntityManager, ladder: LadderRow): Promise<void> {
    const { ladderId, name, draft, draftRevision, authorId, createdAt } = ladder;
    await affected(
      em,
      `insert into tiers_ladders (ladder_id, name, draft, draft_revision, author_id, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $6)`,
      [ladderId, name, JSON.stringify(draft), draftRevision, authorId, createdAt],
    );
  }

  find(em: EntityManager, ladderId: string): Promise<LadderRow | null> {
    return row<LadderRow>(em, `select ${COLUMNS} from tiers_ladders where ladder_id = $1`, [ladderId]);
  }

  /** Locks the ladder, so that its draft stays what it is. */
  lock(em: EntityManager, ladderId: string): Promise<LadderRow | null> {
    return row<LadderRow>(em, `select ${COLUMNS} from tiers_ladders where ladder_id = $1 for no key update`, [
      ladderId,
    ]);
  }

  /** Newest first, behind `before`. */
  list(em: EntityManager, isArchived: boolean, limit: number, before: string | null): Promise<LadderRow[]> {
    return rows<LadderRow>(
      em,
      `select ${COLUMNS} from tiers_ladders
       where (archived_at is not null) = $2 and ($3::uuid is null or ladder_id < $3)
       order by ladder_id desc limit $1`,
      [limit, isArchived, before],
    );
  }

  async saveDraft(
    em: EntityManager,
    { ladderId, name, draft, draftRevision, authorId, updatedAt }: LadderRow,
  ): Promise<void> {
    await affected(
      em,
      `update tiers_ladders set name = $2, draft = $3, draft_revision = $4, author_id = $5, updated_at = $6
       where ladder_id = $1`,
      [ladderId, name, JSON.stringify(draft), draftRevision, authorId, updatedAt],
    );
  }

  async archive(em: EntityManager, ladderId: string, at: Date): Promise<void> {
    await affected(em, 'update tiers_ladders set archived_at = $2, updated_at = $2 where ladder_id = $1', [
      ladderId,
      at,
    ]);
  }
}
