import { useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { onScopeDispose, toValue, watch, type MaybeRefOrGetter } from 'vue';
import { api, dataOf } from '../../shared/api';
import { activeRun, endedSince, type RfmRun, type Selection } from './model';
import type { SettingsBody } from './draft';

const key = { all: ['rfm'], runs: ['rfm', 'runs'], settings: ['rfm', 'settings'] } as const;
const RUNS_SHOWN = 100;
/** How often a run under way is looked at. */
const LOOK_MS = 1_000;

/** The numbers of a run, the latest finished one without an id; those before stay on screen while others are fetched. */
export function useSummary(runId: MaybeRefOrGetter<string | undefined>) {
  return useQuery({
    key: () => [...key.all, 'summary', { runId: toValue(runId) ?? null }],
    query: ({ signal }) => dataOf(api.GET('/rfm/summary', { params: { query: { runId: toValue(runId) } }, signal })),
    placeholderData: (previous) => previous,
  });
}

/** Who went where since the run before. */
export function useMovement(runId: MaybeRefOrGetter<string | undefined>, enabled: MaybeRefOrGetter<boolean>) {
  return useQuery({
    key: () => [...key.all, 'movement', { runId: toValue(runId) ?? null }],
    query: ({ signal }) => dataOf(api.GET('/rfm/movement', { params: { query: { runId: toValue(runId) } }, signal })),
    enabled: () => toValue(enabled),
  });
}

/**
 * The latest runs, newest first. While one is under way they are looked at again and again; when it ends, every number
 * that follows from runs is brought up to date and `onEnd` hears of it.
 */
export function useRuns(onEnd: (run: RfmRun) => void) {
  const cache = useQueryCache();
  const runs = useQuery({
    key: key.runs,
    query: ({ signal }) => dataOf(api.GET('/rfm/runs', { params: { query: { limit: RUNS_SHOWN } }, signal })),
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let before: readonly RfmRun[] | undefined;
  watch(
    runs.data,
    (page) => {
      clearTimeout(timer);
      if (!page) return;
      const ended = before ? endedSince(before, page.items) : [];
      before = page.items;
      if (ended.length > 0) void cache.invalidateQueries({ key: key.all });
      ended.forEach(onEnd);
      const active = activeRun(page.items);
      if (active) timer = setTimeout(look, LOOK_MS);
    },
    { immediate: true },
  );
  /** A look that fails (the network went away) is followed by another one. */
  function look() {
    timer = setTimeout(look, 5 * LOOK_MS);
    void runs.refetch().catch(() => undefined);
  }
  onScopeDispose(() => clearTimeout(timer));
  return runs;
}

/** Starting runs and calling them off. */
export function useRunActs() {
  const cache = useQueryCache();
  const act = <Vars, Result>(mutation: (vars: Vars) => Promise<Result>) =>
    useMutation({ mutation, onSettled: () => cache.invalidateQueries({ key: key.runs }) }).mutateAsync;
  return {
    start: act(() => dataOf(api.POST('/rfm/runs', {}))),
    cancel: act((id: string) => dataOf(api.POST('/rfm/runs/{id}/cancel', { params: { path: { id } } }))),
  };
}

/** One page of the scored customers of a selection. */
export function useScoredCustomers(query: MaybeRefOrGetter<(Selection & { cursor?: string; limit: number }) | null>) {
  return useQuery({
    key: () => [...key.all, 'customers', { ...toValue(query) }],
    query: ({ signal }) =>
      dataOf(api.GET('/rfm/customers', { params: { query: toValue(query) ?? undefined }, signal })),
    enabled: () => toValue(query) !== null,
    placeholderData: (previous) => previous,
  });
}

/** The customers of a selection as a CSV file. */
export async function fetchCustomersFile(selection: Selection): Promise<Blob> {
  const { data } = await api.GET('/rfm/customers.csv', { params: { query: selection }, parseAs: 'blob' });
  return data as unknown as Blob;
}

export function useSettings() {
  return useQuery({
    key: key.settings,
    query: ({ signal }) => dataOf(api.GET('/rfm/settings', { signal })),
  });
}

/** Ready schemes; they change with a release only. */
export function useTemplates() {
  return useQuery({
    key: [...key.all, 'templates'],
    query: ({ signal }) => dataOf(api.GET('/rfm/templates', { signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Writes a new version and passes problems on to its caller. */
export function useSettingsActs() {
  const cache = useQueryCache();
  return {
    save: useMutation({
      mutation: (body: SettingsBody) => dataOf(api.PUT('/rfm/settings', { body })),
      onSuccess: (settings) => cache.setQueryData(key.settings, settings),
    }).mutateAsync,
  };
}

/** The name of an account, for those who may know it. */
export function useStaffName(id: MaybeRefOrGetter<string | null>, enabled: MaybeRefOrGetter<boolean>) {
  return useQuery({
    key: () => ['staff', 'name', toValue(id) ?? ''],
    query: async ({ signal }) => {
      const { displayName } = await dataOf(api.GET('/staff/{id}', { params: { path: { id: toValue(id)! } }, signal }));
      return displayName;
    },
    enabled: () => toValue(enabled) && toValue(id) !== null,
    staleTime: 600_000,
  });
}
