import type { components } from '@siyu/api-client';
import type { RoleCode } from './model';

export type ApiKey = components['schemas']['ApiKey'];

/** What a key opens now: a revoked or expired one opens nothing. */
export type ApiKeyState = 'active' | 'expired' | 'revoked';

export function stateOfKey({ revokedAt, expiresAt }: Pick<ApiKey, 'revokedAt' | 'expiresAt'>, now: Date): ApiKeyState {
  if (revokedAt) return 'revoked';
  return expiresAt && new Date(expiresAt) <= now ? 'expired' : 'active';
}

export interface ApiKeyDraft {
  name: string;
  /** Codes as a role has them today, or picked one by one. */
  by: 'role' | 'codes';
  role: RoleCode | '';
  codes: string[];
  /** '2027-03-31', or nothing: until it is revoked. */
  lastDay: string | null;
}

export function emptyKeyDraft(): ApiKeyDraft {
  return { name: '', by: 'role', role: '', codes: [], lastDay: null };
}

/** Field -> message key of what is missing; the server checks the rest. */
export function checkKeyDraft({ name, by, role, codes }: ApiKeyDraft): Record<string, string> {
  const problems: Record<string, string> = {};
  if (!name.trim()) problems.name = 'nameMissing';
  if (by === 'role' && !role) problems.role = 'roleMissing';
  if (by === 'codes' && codes.length === 0) problems.permissions = 'codesMissing';
  return problems;
}

/** ['staff.read', 'orders.read', 'orders.write'] -> by area, in the order they come. */
export function byArea(codes: readonly string[]): { area: string; codes: string[] }[] {
  const areas = new Map<string, string[]>();
  for (const code of codes) {
    const area = code.split('.')[0]!;
    areas.set(area, [...(areas.get(area) ?? []), code]);
  }
  return [...areas].map(([area, own]) => ({ area, codes: own }));
}
