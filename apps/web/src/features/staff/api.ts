import { useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { toValue, type MaybeRefOrGetter } from 'vue';
import { api, dataOf } from '../../shared/api';
import type { RoleCode, Staff } from './model';

const key = { all: ['staff'], roles: ['staff', 'roles'], apiKeys: ['staff', 'api-keys'] } as const;

export interface StaffListQuery {
  q?: string;
  limit: number;
  cursor?: string;
}

/** A page of accounts; the page before stays on screen until the next one is here. */
export function useStaffList(query: MaybeRefOrGetter<StaffListQuery>) {
  return useQuery({
    key: () => [...key.all, 'list', { ...toValue(query) }],
    query: ({ signal }) => dataOf(api.GET('/staff', { params: { query: toValue(query) }, signal })),
    placeholderData: (previous) => previous,
  });
}

/** Every role with its permission codes. They change with a release only. */
export function useRoles() {
  return useQuery({
    key: key.roles,
    query: ({ signal }) => dataOf(api.GET('/roles', { signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export interface StaffChange {
  displayName?: string;
  role?: RoleCode;
  status?: Staff['status'];
}

/** The acts on accounts. Each brings the lists up to date and passes problems on to its caller. */
export function useStaffActs() {
  const cache = useQueryCache();
  const act = <Vars, Result>(mutation: (vars: Vars) => Promise<Result>) =>
    useMutation({ mutation, onSettled: () => cache.invalidateQueries({ key: [...key.all, 'list'] }) }).mutateAsync;
  const at = (id: string) => ({ params: { path: { id } } });

  return {
    create: act((body: { email: string; displayName: string; role: RoleCode }) => dataOf(api.POST('/staff', { body }))),
    change: act(({ id, ...body }: StaffChange & { id: string }) =>
      dataOf(api.PATCH('/staff/{id}', { ...at(id), body })),
    ),
    resetPassword: act((id: string) => dataOf(api.POST('/staff/{id}/password-reset', at(id)))),
    unlock: act((id: string) => dataOf(api.POST('/staff/{id}/unlock', at(id)))),
  };
}

/** A page of API keys, newest first, revoked ones too. */
export function useApiKeys(query: MaybeRefOrGetter<{ limit: number; cursor?: string }>) {
  return useQuery({
    key: () => [...key.apiKeys, 'list', { ...toValue(query) }],
    query: ({ signal }) => dataOf(api.GET('/api-keys', { params: { query: toValue(query) }, signal })),
    placeholderData: (previous) => previous,
  });
}

/** Every code that a key may hold. They change with a release only. */
export function useGrantable() {
  return useQuery({
    key: [...key.apiKeys, 'permissions'],
    query: ({ signal }) => dataOf(api.GET('/api-keys/permissions', { signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export interface ApiKeyCreation {
  name: string;
  role?: RoleCode;
  permissions?: string[];
  expiresAt?: string;
}

/** The acts on API keys. Each brings the lists up to date and passes problems on to its caller. */
export function useApiKeyActs() {
  const cache = useQueryCache();
  const act = <Vars, Result>(mutation: (vars: Vars) => Promise<Result>) =>
    useMutation({ mutation, onSettled: () => cache.invalidateQueries({ key: key.apiKeys }) }).mutateAsync;
  return {
    create: act((body: ApiKeyCreation) => dataOf(api.POST('/api-keys', { body }))),
    revoke: act((id: string) => api.DELETE('/api-keys/{id}', { params: { path: { id } } })),
  };
}
