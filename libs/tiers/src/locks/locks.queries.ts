import { Injectable } from '@nestjs/common';
import { decodeIdCursor, pageOf, type Page } from '@siyu/kernel';
import { Database } from '@siyu/platform';
import { lockErrors } from './domain/errors';
import type { LockRow, LockStatus } from './locks.entities';
import { LocksStore } from './locks.store';

@Injectable()
export class LocksQueries {
  constructor(
    private readonly database: Database,
    private readonly store: LocksStore,
  ) {}

  /** Newest first. @throws DomainError `page.bad-cursor` (invalid) */
  async list(
    filter: { status?: LockStatus; customerId?: string },
    limit: number,
    cursor?: string,
  ): Promise<Page<LockRow>> {
    const before = cursor ? decodeIdCursor(cursor) : null;
    const found = await this.store.list(this.database.em, filter, limit + 1, before);
    return pageOf(found, limit, (last) => [last.lockId]);
  }

  /** @throws DomainError `tiers.lock-unknown` (not-found) */
  async get(customerId: string, lockId: string): Promise<LockRow> {
    const found = await this.store.find(this.database.em, customerId, lockId);
    if (!found) throw lockErrors.notFound();
    return found;
  }
}
