import { useInfiniteQuery, useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { toValue, type MaybeRefOrGetter } from 'vue';
import { api, dataOf } from '../../shared/api';

const key = {
  all: ['customers'],
  fields: ['customers', 'fields'],
  segments: ['rfm', 'summary'],
  tiers: ['tiers', 'in-force'],
} as const;
const TIMELINE_PAGE = 40;
const ORDERS_PAGE = 20;

/** Customers by name, phone or its last four digits, e-mail or member number. */
export function findCustomers(words: string, limit: number, signal?: AbortSignal) {
  return dataOf(api.GET('/customers', { params: { query: { q: words, limit } }, signal }));
}

export interface CustomerListQuery {
  q?: string;
  filter?: string[];
  sort?: string;
  limit: number;
  cursor?: string;
}

/** A page of customers with their figures and scores; the page before stays on screen until the next one is here. */
export function useCustomerList(query: MaybeRefOrGetter<CustomerListQuery>) {
  return useQuery({
    key: () => [...key.all, 'list', { ...toValue(query) }],
    query: ({ signal }) =>
      dataOf(
        api.GET('/customers', { params: { query: { ...toValue(query), facets: 'orders,rfm,points,tier' } }, signal }),
      ),
    placeholderData: (previous) => previous,
  });
}

/** Code -> names of the segments of the latest RFM run; empty before the first run. */
export function useSegments(enabled: MaybeRefOrGetter<boolean>) {
  return useQuery({
    key: key.segments,
    query: ({ signal }) => dataOf(api.GET('/rfm/summary', { params: { query: {} }, signal })),
    enabled: () => toValue(enabled),
    staleTime: 60_000,
  });
}

/** The tiers of the ladder in force, lowest first; the same question as that of the pages of tiers. */
export function useTiers(enabled: MaybeRefOrGetter<boolean>) {
  return useQuery({
    key: key.tiers,
    query: ({ signal }) => dataOf(api.GET('/tiers', { signal })),
    enabled: () => toValue(enabled),
    staleTime: 60_000,
  });
}

const at = (id: string) => ({ params: { path: { id } } });

export function useCustomerFigures(id: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => [...key.all, toValue(id), 'figures'],
    query: ({ signal }) =>
      dataOf(api.GET('/customers/{id}/figures', { params: { path: { id: toValue(id) } }, signal })),
  });
}

export function useCustomerRfm(id: MaybeRefOrGetter<string>, enabled: MaybeRefOrGetter<boolean>) {
  return useQuery({
    key: () => [...key.all, toValue(id), 'rfm'],
    query: ({ signal }) => dataOf(api.GET('/customers/{id}/rfm', { ...at(toValue(id)), signal })),
    enabled: () => toValue(enabled),
  });
}

/** Everything that happened, newest first, read on page by page. */
export function useTimeline(id: MaybeRefOrGetter<string>, kinds: MaybeRefOrGetter<string>) {
  return useInfiniteQuery({
    key: () => [...key.all, toValue(id), 'timeline', toValue(kinds)],
    initialPageParam: undefined as string | undefined,
    query: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/customers/{id}/timeline', {
          params: {
            path: { id: toValue(id) },
            query: { limit: TIMELINE_PAGE, cursor: pageParam, kinds: toValue(kinds) || undefined },
          },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function useCustomerOrders(id: MaybeRefOrGetter<string>) {
  return useInfiniteQuery({
    key: () => [...key.all, toValue(id), 'orders'],
    initialPageParam: undefined as string | undefined,
    query: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/customers/{id}/orders', {
          params: { path: { id: toValue(id) }, query: { limit: ORDERS_PAGE, cursor: pageParam } },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function useOrder(customerId: MaybeRefOrGetter<string>, orderId: MaybeRefOrGetter<string | null>) {
  return useQuery({
    key: () => [...key.all, toValue(customerId), 'orders', toValue(orderId) ?? ''],
    query: ({ signal }) =>
      dataOf(
        api.GET('/customers/{id}/orders/{orderId}', {
          params: { path: { id: toValue(customerId), orderId: toValue(orderId)! } },
          signal,
        }),
      ),
    enabled: () => toValue(orderId) !== null,
  });
}

export interface CustomerChange {
  displayName?: string;
  gender?: 'female' | 'male' | 'other' | null;
  birthday?: string | null;
  attributes?: Record<string, unknown>;
}

/** The acts on customers. Each brings what it changed up to date and passes problems on to its caller. */
export function useCustomerActs() {
  const cache = useQueryCache();
  const act = <Vars, Result>(mutation: (vars: Vars) => Promise<Result>) =>
    useMutation({ mutation, onSettled: () => cache.invalidateQueries({ key: key.all }) }).mutateAsync;

  return {
    create: act((body: { displayName: string; identities: { type: string; value: string }[] }) =>
      dataOf(api.POST('/customers', { params: { header: { 'Idempotency-Key': crypto.randomUUID() } }, body })),
    ),
    change: act(({ id, ...body }: CustomerChange & { id: string }) =>
      dataOf(api.PATCH('/customers/{id}', { ...at(id), body })),
    ),
    addIdentity: act(({ id, ...body }: { id: string; type: string; value: string }) =>
      dataOf(api.POST('/customers/{id}/identities', { ...at(id), body })),
    ),
    removeIdentity: act(({ id, type, value }: { id: string; type: string; value: string }) =>
      dataOf(api.DELETE('/customers/{id}/identities/{type}/{value}', { params: { path: { id, type, value } } })),
    ),
    /** The whole values; the look goes on record. */
    reveal: (id: string) => dataOf(api.POST('/customers/{id}/identities/reveal', at(id))),
  };
}
