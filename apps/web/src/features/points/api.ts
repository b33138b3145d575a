import { useInfiniteQuery, useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { toValue, type MaybeRefOrGetter } from 'vue';
import { api, dataOf } from '../../shared/api';
import type { ActBody } from './drafts';

const key = { all: ['points'], programme: ['points', 'programme'] } as const;
const PAGE = 30;

const of = (customerId: string) => ({ params: { path: { customerId } } });
const customerKey = (id: string) => [...key.all, 'customer', id];

export function useBalance(id: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => [...customerKey(toValue(id)), 'balance'],
    query: ({ signal }) => dataOf(api.GET('/customers/{customerId}/points', { ...of(toValue(id)), signal })),
  });
}

/** The statement, newest line first, read on page by page. */
export function useEntries(id: MaybeRefOrGetter<string>, kinds: MaybeRefOrGetter<string | undefined>) {
  return useInfiniteQuery({
    key: () => [...customerKey(toValue(id)), 'entries', toValue(kinds) ?? ''],
    initialPageParam: undefined as string | undefined,
    query: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/customers/{customerId}/points/entries', {
          params: {
            path: { customerId: toValue(id) },
            query: { limit: PAGE, cursor: pageParam, kinds: toValue(kinds) },
          },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** One line with its rules, its lots and what took it back. */
export function useEntry(id: MaybeRefOrGetter<string>, seq: MaybeRefOrGetter<number>) {
  return useQuery({
    key: () => [...customerKey(toValue(id)), 'entry', toValue(seq)],
    query: ({ signal }) =>
      dataOf(
        api.GET('/customers/{customerId}/points/entries/{seq}', {
          params: { path: { customerId: toValue(id), seq: toValue(seq) } },
          signal,
        }),
      ),
  });
}

export function useLots(id: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => [...customerKey(toValue(id)), 'lots'],
    query: ({ signal }) => dataOf(api.GET('/customers/{customerId}/points/lots', { ...of(toValue(id)), signal })),
  });
}

export function useHolds(id: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => [...customerKey(toValue(id)), 'holds'],
    query: ({ signal }) => dataOf(api.GET('/customers/{customerId}/points/holds', { ...of(toValue(id)), signal })),
  });
}

/** The settings in force: above how many points a correction waits, what happens when too much is taken back. */
export function useProgramme() {
  return useQuery({
    key: key.programme,
    query: ({ signal }) => dataOf(api.GET('/points/programme', { signal })),
    staleTime: 60_000,
  });
}

/** An act on somebody's points: `once` makes its repetition safe. */
export interface Asked<Body> {
  customerId: string;
  once: string;
  body: Body;
}
export interface PartBody {
  points?: number;
  reason?: string;
}

/** The acts on points. Each brings what it changed up to date and passes problems on to its caller. */
export function usePointsActs() {
  const cache = useQueryCache();
  const act = <Vars, Result>(mutation: (vars: Vars) => Promise<Result>) =>
    useMutation({ mutation, onSettled: () => cache.invalidateQueries({ key: key.all }) }).mutateAsync;
  const at = ({ customerId, once }: Asked<unknown>) => ({
    path: { customerId },
    header: { 'Idempotency-Key': once },
  });

  return {
    earn: act((asked: Asked<ActBody>) =>
      dataOf(api.POST('/customers/{customerId}/points/earn', { params: at(asked), body: asked.body })),
    ),
    spend: act((asked: Asked<ActBody>) =>
      dataOf(api.POST('/customers/{customerId}/points/spend', { params: at(asked), body: asked.body })),
    ),
    adjust: act((asked: Asked<ActBody>) =>
      dataOf(api.POST('/customers/{customerId}/points/adjust', { params: at(asked), body: asked.body })),
    ),
    hold: act((asked: Asked<ActBody>) =>
      dataOf(
        api.POST('/customers/{customerId}/points/holds', {
          params: at(asked),
          body: { ...asked.body, expiresAt: asked.body.expiresAt ?? undefined },
        }),
      ),
    ),
    capture: act(({ holdId, ...asked }: Asked<PartBody> & { holdId: string }) =>
      dataOf(
        api.POST('/customers/{customerId}/points/holds/{holdId}/capture', {
          params: { ...at(asked), path: { customerId: asked.customerId, holdId } },
          body: asked.body,
        }),
      ),
    ),
    release: act(({ holdId, ...asked }: Asked<PartBody> & { holdId: string }) =>
      dataOf(
        api.POST('/customers/{customerId}/points/holds/{holdId}/release', {
          params: { ...at(asked), path: { customerId: asked.customerId, holdId } },
          body: asked.body,
        }),
      ),
    ),
    reverse: act(({ seq, ...asked }: Asked<{ points?: number; reason: string }> & { seq: number }) =>
      dataOf(
        api.POST('/customers/{customerId}/points/entries/{seq}/reverse', {
          params: { ...at(asked), path: { customerId: asked.customerId, seq } },
          body: asked.body,
        }),
      ),
    ),
  };
}
