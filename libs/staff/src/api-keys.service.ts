import { Inject, Injectable } from '@nestjs/common';
import { type Clock, decodeIdCursor, newId, pageOf } from '@siyu/kernel';
import { type Actor, actorId, Audit, CLOCK, Database } from '@siyu/platform';
import { AccessChanges } from './access-changes';
import { makeSecret, secretHash } from './api-key-secrets';
import type { ApiKey, ApiKeyCreation, ApiKeyPage, ApiKeyQuery } from './api-keys.dto';
import { ApiKeysStore } from './api-keys.store';
import { GRANTABLE, ungrantable } from './domain/api-keys';
import { apiKeyExpired, apiKeyPermissions, noSuchApiKey } from './domain/errors';
import { permissionsOf } from './domain/roles';
import type { StaffApiKeyRow } from './staff.entities';

/** Keys of programs: made by an administrator, told once, revoked at once. */
@Injectable()
export class ApiKeysService {
  constructor(
    private readonly database: Database,
    private readonly changes: AccessChanges,
    private readonly store: ApiKeysStore,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Makes a key.
   *
   * @returns the key and its secret, which nobody can be told again
   * @throws DomainError `api-keys.bad-permissions`, `api-keys.expired`
   */
  async create(actor: Actor, creation: ApiKeyCreation): Promise<{ apiKey: ApiKey; secret: string }> {
    const now = this.clock.now();
    const expiresAt = creation.expiresAt === undefined ? null : new Date(creation.expiresAt);
    if (expiresAt && expiresAt <= now) throw apiKeyExpired();
    const secret = makeSecret();
    const key = {
      key_id: newId(),
      name: creation.name,
      secret_hash: secretHash(secret),
      ending: secret.slice(-4),
      permissions: permissionsFor(creation),
      created_by: actorId(actor),
      created_at: now,
      expires_at: expiresAt,
    };
    const apiKey = shown({ ...key, last_used_at: null, revoked_at: null });
    await this.database.transaction(async (em) => {
      await this.store.insert(em, key);
      const { name, permissions, expiresAt: until } = apiKey;
      const after = { name, permissions, expiresAt: until };
      await this.audit.record(em, {
        actor,
        action: 'api-keys.create',
        subject: 'api-key',
        subjectId: key.key_id,
        after,
      });
    });
    return { apiKey, secret };
  }

  /**
   * Revokes a key; one that is revoked already stays so.
   *
   * @throws DomainError `api-keys.not-found`
   */
  async revoke(actor: Actor, keyId: string): Promise<void> {
    await this.changes.transaction(async (em, now) => {
      const key = await this.store.find(em, keyId);
      if (!key) throw noSuchApiKey();
      if (!(await this.store.revoke(em, keyId, now))) return;
      const before = { name: key.name, permissions: key.permissions };
      await this.audit.record(em, { actor, action: 'api-keys.revoke', subject: 'api-key', subjectId: keyId, before });
    });
  }

  /** Newest first, revoked ones too. */
  async list({ limit, cursor }: ApiKeyQuery): Promise<ApiKeyPage> {
    const before = cursor ? decodeIdCursor(cursor) : null;
    const found = await this.store.list(this.database.em, before, limit + 1);
    const page = pageOf(found, limit, (last) => [last.key_id]);
    return { items: page.items.map(shown), nextCursor: page.nextCursor };
  }
}

function permissionsFor({ role, permissions }: ApiKeyCreation): string[] {
  if (role && permissions) throw apiKeyPermissions('name a role or permissions, not both');
  if (role) return permissionsOf(role).filter((code) => GRANTABLE.includes(code));
  if (!permissions?.length) throw apiKeyPermissions('name a role or at least one permission');
  const refused = ungrantable(permissions);
  if (refused.length > 0) throw apiKeyPermissions(`no key may hold ${refused.join(', ')}`);
  return [...new Set(permissions)];
}

function shown(key: StaffApiKeyRow): ApiKey {
  return {
    id: key.key_id,
    name: key.name,
    ending: key.ending,
    permissions: key.permissions,
    createdBy: key.created_by,
    createdAt: key.created_at.toISOString(),
    expiresAt: key.expires_at?.toISOString() ?? null,
    lastUsedAt: key.last_used_at?.toISOString() ?? null,
    revokedAt: key.revoked_at?.toISOString() ?? null,
  };
}
