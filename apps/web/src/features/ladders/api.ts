import { useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { toValue, type MaybeRefOrGetter } from 'vue';
import { api, dataOf } from '../../shared/api';
import type { Terms } from './model';

/** Other features of tiers share the first word: an act here brings their lists up to date too. */
const key = { all: ['tiers'], ladders: ['tiers', 'ladders'], populations: ['tiers', 'populations'] } as const;
const SIMULATIONS_LOOKED_AT = 20;

export interface LadderListQuery {
  archived?: boolean;
  limit: number;
  cursor?: string;
}

export function useLadders(query: MaybeRefOrGetter<LadderListQuery>) {
  return useQuery({
    key: () => [...key.ladders, 'list', { ...toValue(query) }],
    query: ({ signal }) => dataOf(api.GET('/tier-ladders', { params: { query: toValue(query) }, signal })),
    placeholderData: (previous) => previous,
  });
}

export function useTemplates(enabled: MaybeRefOrGetter<boolean> = true) {
  return useQuery({
    key: [...key.ladders, 'templates'],
    query: ({ signal }) => dataOf(api.GET('/tier-ladders/templates', { signal })),
    enabled: () => toValue(enabled),
    staleTime: 3_600_000,
  });
}

const at = (id: string) => ({ params: { path: { id } } });
const atVersion = (id: string, version: number) => ({ params: { path: { id, version } } });

export function useLadder(id: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => [...key.ladders, toValue(id)],
    query: ({ signal }) => dataOf(api.GET('/tier-ladders/{id}', { ...at(toValue(id)), signal })),
  });
}

export function useVersions(id: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => [...key.ladders, toValue(id), 'versions'],
    query: ({ signal }) => dataOf(api.GET('/tier-ladders/{id}/versions', { ...at(toValue(id)), signal })),
  });
}

/** A version never changes. */
export function useVersion(of: MaybeRefOrGetter<{ id: string; version: number } | null>) {
  return useQuery({
    key: () => ['tiers', 'version', toValue(of)?.id ?? '', toValue(of)?.version ?? 0],
    query: ({ signal }) => {
      const { id, version } = toValue(of)!;
      return dataOf(api.GET('/tier-ladders/{id}/versions/{version}', { ...atVersion(id, version), signal }));
    },
    enabled: () => toValue(of) !== null,
    staleTime: 3_600_000,
  });
}

/** Which ladder is in force, and how many stand on each of its rungs. */
export function usePopulations() {
  return useQuery({ key: key.populations, query: ({ signal }) => dataOf(api.GET('/tiers', { signal })) });
}

/** What is wrong with terms while they are typed. Nothing is written by asking. */
export function useCheck(terms: MaybeRefOrGetter<Terms | null>) {
  return useQuery({
    key: () => ['tiers', 'check', JSON.stringify(toValue(terms))],
    query: ({ signal }) => dataOf(api.POST('/tier-ladders/check', { body: { terms: { ...toValue(terms)! } }, signal })),
    enabled: () => toValue(terms) !== null,
    placeholderData: (previous) => previous,
    gcTime: 30_000,
  });
}

export function useSimulations(ladderId: MaybeRefOrGetter<string>, enabled: MaybeRefOrGetter<boolean>) {
  return useQuery({
    key: () => ['tiers', 'simulations', 'of', toValue(ladderId)],
    query: ({ signal }) =>
      dataOf(
        api.GET('/tier-simulations', {
          params: { query: { ladderId: toValue(ladderId), limit: SIMULATIONS_LOOKED_AT } },
          signal,
        }),
      ),
    enabled: () => toValue(enabled),
  });
}

const once = (id: string) => ({ header: { 'Idempotency-Key': id } });

export interface LadderSource {
  template?: string;
  terms?: Terms;
  copyOf?: { ladderId: string; version?: number };
}
interface Publishing {
  id: string;
  /** The same for repeated clicks, so that a lost answer makes no second version. */
  once: string;
  effectiveFrom?: string;
  note: string | null;
}

/** The acts on ladders. Each brings what depends on them up to date and passes problems on to its caller. */
export function useLadderActs() {
  const cache = useQueryCache();
  const act = <Vars, Result>(mutation: (vars: Vars) => Promise<Result>) =>
    useMutation({ mutation, onSettled: () => cache.invalidateQueries({ key: key.all }) }).mutateAsync;
  return {
    create: act(({ once: id, ...body }: LadderSource & { name: string; once: string }) =>
      dataOf(api.POST('/tier-ladders', { params: once(id), body })),
    ),
    save: act(({ id, ...body }: { id: string; name: string; terms: Terms; revision: number }) =>
      dataOf(api.PUT('/tier-ladders/{id}', { ...at(id), body })),
    ),
    archive: act((id: string) => dataOf(api.DELETE('/tier-ladders/{id}', at(id)))),
    publish: act(({ id, once: key, ...body }: Publishing & { revision: number; simulationId: string | null }) =>
      dataOf(api.POST('/tier-ladders/{id}/publish', { params: { ...at(id).params, ...once(key) }, body })),
    ),
    rollBack: act(({ id, once: key, ...body }: Publishing & { version: number }) =>
      dataOf(api.POST('/tier-ladders/{id}/rollback', { params: { ...at(id).params, ...once(key) }, body })),
    ),
    withdraw: act(({ id, version }: { id: string; version: number }) =>
      dataOf(api.POST('/tier-ladders/{id}/versions/{version}/withdraw', atVersion(id, version))),
    ),
  };
}
