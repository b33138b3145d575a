import { useInfiniteQuery, useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { toValue, type MaybeRefOrGetter } from 'vue';
import { api, dataOf } from '../../shared/api';
import type { LockDraft, LockStatus } from './locks';

/** What happens to tiers shows in the list of customers and their timelines as well. */
export const key = { all: ['tiers'], locks: ['tiers', 'locks'], customers: ['customers'] } as const;
const MOVES_PAGE = 30;

const of = (customerId: string) => ({ params: { path: { customerId } } });
export const customerKey = (id: string) => [...key.all, 'customer', id];

/** Where a customer stands, why, and what comes next. */
export function useCustomerTier(id: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => [...customerKey(toValue(id)), 'tier'],
    query: ({ signal }) => dataOf(api.GET('/customers/{customerId}/tier', { ...of(toValue(id)), signal })),
  });
}

/** How she came there, newest first, read on page by page. */
export function useMoves(id: MaybeRefOrGetter<string>) {
  return useInfiniteQuery({
    key: () => [...customerKey(toValue(id)), 'moves'],
    initialPageParam: undefined as string | undefined,
    query: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/customers/{customerId}/tier/moves', {
          params: { path: { customerId: toValue(id) }, query: { limit: MOVES_PAGE, cursor: pageParam } },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** The tiers of the ladder in force, lowest first. */
export function useTiersInForce(enabled: MaybeRefOrGetter<boolean> = true) {
  return useQuery({
    key: [...key.all, 'in-force'],
    query: ({ signal }) => dataOf(api.GET('/tiers', { signal })),
    enabled: () => toValue(enabled),
    staleTime: 60_000,
  });
}

/** A published version: it never changes. */
export function useVersion(id: MaybeRefOrGetter<string>, version: MaybeRefOrGetter<number>) {
  return useQuery({
    key: () => [...key.all, 'version', toValue(id), toValue(version)],
    query: ({ signal }) =>
      dataOf(
        api.GET('/tier-ladders/{id}/versions/{version}', {
          params: { path: { id: toValue(id), version: toValue(version) } },
          signal,
        }),
      ),
    staleTime: Infinity,
  });
}

export interface LockListQuery {
  status?: LockStatus;
  customerId?: string;
  limit: number;
  cursor?: string;
}

/** Tiers given by hand, or asked for; newest first. */
export function useLocks(query: MaybeRefOrGetter<LockListQuery>, enabled: MaybeRefOrGetter<boolean> = true) {
  return useQuery({
    key: () => [...key.locks, { ...toValue(query) }],
    query: ({ signal }) => dataOf(api.GET('/tier-locks', { params: { query: toValue(query) }, signal })),
    enabled: () => toValue(enabled),
    placeholderData: (previous) => previous,
  });
}

export interface LockDecision {
  customerId: string;
  lockId: string;
  note: string | null;
}

/** Brings what an act changed up to date, here and on the pages of customers, and passes problems on to its caller. */
export function useTierAct() {
  const cache = useQueryCache();
  const renew = () =>
    Promise.all([cache.invalidateQueries({ key: key.all }), cache.invalidateQueries({ key: key.customers })]);
  return <Vars, Result>(mutation: (vars: Vars) => Promise<Result>) =>
    useMutation({ mutation, onSettled: () => void renew() }).mutateAsync;
}

/** The acts on locks. */
export function useLockActs() {
  const act = useTierAct();
  const at = ({ customerId, lockId, note }: LockDecision) => ({
    params: { path: { customerId, lockId } },
    body: { note },
  });
  return {
    set: act(({ customerId, ...body }: LockDraft & { customerId: string }) =>
      dataOf(api.PUT('/customers/{customerId}/tier/lock', { ...of(customerId), body })),
    ),
    lift: act(({ customerId, reason }: { customerId: string; reason: string }) =>
      dataOf(
        api.DELETE('/customers/{customerId}/tier/lock', {
          params: { path: { customerId }, query: reason ? { reason } : {} },
        }),
      ),
    ),
    approve: act((decision: LockDecision) =>
      dataOf(api.POST('/tier-locks/{customerId}/{lockId}/approve', at(decision))),
    ),
    refuse: act((decision: LockDecision) => dataOf(api.POST('/tier-locks/{customerId}/{lockId}/refuse', at(decision)))),
    withdraw: act((decision: LockDecision) =>
      dataOf(api.POST('/tier-locks/{customerId}/{lockId}/withdraw', at(decision))),
    ),
  };
}
