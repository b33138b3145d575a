import { Injectable } from '@nestjs/common';
import { Audit, Database, rows } from '@siyu/platform';
import type { AuditPage, AuditQuery } from './audit.dto';

/** Who did what, with the names of those who did it. */
@Injectable()
export class AuditQueries {
  constructor(
    private readonly audit: Audit,
    private readonly database: Database,
  ) {}

  /** Newest first. */
  async list({ limit, cursor, ...filter }: AuditQuery): Promise<AuditPage> {
    const page = await this.audit.page(filter, limit, cursor);
    const names = await this.namesOf(page.items.map((entry) => entry.actorId));
    const items = page.items.map(({ entryId, recordedAt, actorKind, actorId, before, after, ...what }) => ({
      id: entryId,
      recordedAt: recordedAt.toISOString(),
      actor: { kind: actorKind, id: actorId, displayName: names.get(actorId) ?? null },
      ...what,
      before: before as Record<string, unknown> | null,
      after: after as Record<string, unknown> | null,
    }));
    return { items, nextCursor: page.nextCursor };
  }

  private async namesOf(ids: (string | null)[]): Promise<Map<string | null, string>> {
    const found = await rows<{ id: string; name: string }>(
      this.database.em,
      `select staff_id as id, display_name as name from staff where staff_id = any($1)
       union all select key_id, name from staff_api_keys where key_id = any($1)`,
      [[...new Set(ids)].filter((id) => id !== null)],
    );
    return new Map(found.map(({ id, name }) => [id, name]));
  }
}
