import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { affected, row, rows } from '@siyu/platform';
import type { StaffApiKeyRow } from './staff.entities';

/** Every write and read of `staff_api_keys`. */
@Injectable()
export class ApiKeysStore {
  async insert(em: EntityManager, key: Omit<StaffApiKeyRow, 'last_used_at' | 'revoked_at'>): Promise<void> {
    await affected(
      em,
      `insert into staff_api_keys (key_id, name, secret_hash, ending, permissions, created_by, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        key.key_id,
        key.name,
        key.secret_hash,
        key.ending,
        key.permissions,
        key.created_by,
        key.created_at,
        key.expires_at,
      ],
    );
  }

  async find(em: EntityManager, keyId: string): Promise<StaffApiKeyRow | null> {
    return row<StaffApiKeyRow>(em, 'select * from staff_api_keys where key_id = $1', [keyId]);
  }

  /** A key that opens something at this time. */
  async findOpen(em: EntityManager, secretHash: string, now: Date): Promise<StaffApiKeyRow | null> {
    return row<StaffApiKeyRow>(
      em,
      `select * from staff_api_keys
       where secret_hash = $1 and revoked_at is null and (expires_at is null or expires_at > $2)`,
      [secretHash, now],
    );
  }

  /** Newest first. */
  async list(em: EntityManager, before: string | null, limit: number): Promise<StaffApiKeyRow[]> {
    return rows<StaffApiKeyRow>(
      em,
      'select * from staff_api_keys where $1::uuid is null or key_id < $1 order by key_id desc limit $2',
      [before, limit],
    );
  }

  /** Notes a use, but not more often than given. */
  async noteUse(em: EntityManager, keyId: string, now: Date, notSince: Date): Promise<void> {
    await affected(
      em,
      'update staff_api_keys set last_used_at = $2 where key_id = $1 and (last_used_at is null or last_used_at < $3)',
      [keyId, now, notSince],
    );
  }

  /** @returns false when it was revoked before */
  async revoke(em: EntityManager, keyId: string, now: Date): Promise<boolean> {
    const revoked = await affected(
      em,
      'update staff_api_keys set revoked_at = $2 where key_id = $1 and revoked_at is null',
      [keyId, now],
    );
    return revoked > 0;
  }
}
