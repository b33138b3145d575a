import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '@siyu/kernel';
import { affected } from '../database/sql';
import type { Actor } from '../auth/actor';

export interface AuditEntry {
  /** Who did it; null for the system itself. */
  actor: Pick<Actor, 'kind' | 'id'> | null;
  /** What was done, in the grammar of permissions: `staff.create`, `customers.reveal`. */
  action: string;
  /** What it was done to: the noun and its id. */
  subject: string;
  subjectId: string;
  before?: unknown;
  after?: unknown;
}

/** Who did what, before and after. Append-only: there is no way to change an entry. */
@Injectable()
export class Audit {
  /** Writes the entry in the caller's transaction, so that an act and its record stand or fall together. */
  async record(em: EntityManager, entry: AuditEntry): Promise<void> {
    await affected(
      em,
      `insert into platform_audit_entries (entry_id, recorded_at, actor_kind, actor_id, action, subject, subject_id, before, after)
       values ($1, now(), $2, $3, $4, $5, $6, $7, $8)`,
      [
        newId(),
        entry.actor?.kind ?? 'system',
        entry.actor?.id ?? null,
        entry.action,
        entry.subject,
        entry.subjectId,
        entry.before === undefined ? null : JSON.stringify(entry.before),
        entry.after === undefined ? null : JSON.stringify(entry.after),
      ],
    );
  }
}
