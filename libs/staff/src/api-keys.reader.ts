import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type ApiKeyActor, Authenticator, Database, type TokenClaims, type TokenReader } from '@siyu/platform';
import { API_KEY_PREFIX, secretHash } from './api-key-secrets';
import { ApiKeysStore } from './api-keys.store';

/** How exactly it is known when a key was used last. */
const USE_NOTED_EVERY_MS = 60_000;

/** Tells the guard whose an API key is, and what it may do. */
@Injectable()
export class ApiKeysReader implements TokenReader, OnModuleInit {
  readonly prefix = API_KEY_PREFIX;

  constructor(
    private readonly database: Database,
    private readonly store: ApiKeysStore,
    private readonly authenticator: Authenticator,
  ) {}

  onModuleInit(): void {
    this.authenticator.register(this);
  }

  verify(bearer: string): Promise<TokenClaims> {
    return Promise.resolve({ subject: secretHash(bearer), expiresAt: null });
  }

  async actorOf({ subject }: TokenClaims, now: Date): Promise<ApiKeyActor | null> {
    const key = await this.store.findOpen(this.database.em, subject, now);
    if (!key) return null;
    const notSince = new Date(now.getTime() - USE_NOTED_EVERY_MS);
    if (!key.last_used_at || key.last_used_at < notSince) {
      await this.store.noteUse(this.database.em, key.key_id, now, notSince);
    }
    return { kind: 'api-key', id: key.key_id, permissions: new Set(key.permissions) };
  }
}
