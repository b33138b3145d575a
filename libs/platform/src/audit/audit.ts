import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { decodeIdCursor, newId, pageOf, type Page } from '@siyu/kernel';
import { Database } from '../database/database';
import { affected, rows } from '../database/sql';
import { actorId, type Actor, type ActorRef } from '../auth/actor';

export interface AuditEntry {
  /** Who did it; null for the system itself. */
  actor: Actor | ActorRef | null;
  /** What was done, in the grammar of permissions: `staff.create`, `customers.reveal`. */
  action: string;
  /** What it was done to: the noun and its id. */
  subject: string;
  subjectId: string;
  before?: unknown;
  after?: unknown;
}

export interface AuditFilter {
  subject?: string;
  subjectId?: string;
  actorId?: string;
  action?: string;
}

export interface RecordedEntry {
  entryId: string;
  recordedAt: Date;
  actorKind: string;
  actorId: string | null;
  action: string;
  subject: string;
  subjectId: string;
  before: unknown;
  after: unknown;
}

const COLUMNS = `entry_id as "entryId", recorded_at as "recordedAt", actor_kind as "actorKind", actor_id as "actorId",
  action, subject, subject_id as "subjectId", before, after`;

/** Who did what, before and after. Append-only: there is no way to change an entry. */
@Injectable()
export class Audit {
  constructor(private readonly database: Database) {}

  /** Writes the entry in the caller's transaction, so that an act and its record stand or fall together. */
  async record(em: EntityManager, entry: AuditEntry): Promise<void> {
    await affected(
      em,
      `insert into platform_audit_entries (entry_id, recorded_at, actor_kind, actor_id, action, subject, subject_id, before, after)
       values ($1, now(), $2, $3, $4, $5, $6, $7, $8)`,
      [
        newId(),
        entry.actor?.kind ?? 'system',
        entry.actor && actorId(entry.actor),
        entry.action,
        entry.subject,
        entry.subjectId,
        entry.before === undefined ? null : JSON.stringify(entry.before),
        entry.after === undefined ? null : JSON.stringify(entry.after),
      ],
    );
  }

  /** Entries that match all of the filter, newest first. */
  async page(filter: AuditFilter, limit: number, cursor?: string): Promise<Page<RecordedEntry>> {
    const before = cursor ? decodeIdCursor(cursor) : null;
    const params: unknown[] = [limit + 1];
    const conditions = [
      ['entry_id <', before],
      ['subject =', filter.subject],
      ['subject_id =', filter.subjectId],
      ['actor_id =', filter.actorId],
      ['action =', filter.action],
    ].flatMap(([condition, value]) => (value ? [`${condition} $${params.push(value)}`] : []));
    const found = await rows<RecordedEntry>(
      this.database.em,
      `select ${COLUMNS} from platform_audit_entries
       where ${conditions.join(' and ') || 'true'} order by entry_id desc limit $1`,
      params,
    );
    return pageOf(found, limit, (last) => [last.entryId]);
  }
}
