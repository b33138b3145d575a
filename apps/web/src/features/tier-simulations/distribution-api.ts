import { useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { toValue, watch, type MaybeRefOrGetter } from 'vue';
import { api, dataOf } from '../../shared/api';
import { lookWhile } from './api';
import { activeRun, endedSince, type Run } from './distribution';

const key = { distribution: ['tiers', 'distribution'], runs: ['tiers', 'runs'] } as const;
const RUNS_SHOWN = 10;

/** How many customers stand where, and stood since `from`. */
export function useDistribution(from: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => [...key.distribution, toValue(from)],
    query: ({ signal }) =>
      dataOf(api.GET('/tiers/distribution', { params: { query: { from: toValue(from) } }, signal })),
    placeholderData: (previous) => previous,
  });
}

/** The ladder in force. */
export function useLadderInForce() {
  return useQuery({
    key: ['tiers', 'in-force'],
    query: ({ signal }) => dataOf(api.GET('/tiers', { signal })),
  });
}

/** The latest evaluations of everybody; when one ends, numbers that follow from it are renewed and `onEnd` hears of it. */
export function useRuns(onEnd: (run: Run) => void) {
  const cache = useQueryCache();
  const runs = useQuery({
    key: key.runs,
    query: ({ signal }) => dataOf(api.GET('/tier-runs', { params: { query: { limit: RUNS_SHOWN } }, signal })),
  });
  lookWhile(runs, ({ items }) => activeRun(items) !== undefined);
  watch(
    () => runs.data.value?.items,
    (now, before) => {
      const ended = now && before && endedSince(before, now);
      if (!ended) return;
      void cache.invalidateQueries({ key: key.distribution });
      onEnd(ended);
    },
  );
  return runs;
}

/** Starting evaluations and calling them off. */
export function useRunActs() {
  const cache = useQueryCache();
  const act = <Vars, Result>(mutation: (vars: Vars) => Promise<Result>) =>
    useMutation({ mutation, onSettled: () => cache.invalidateQueries({ key: key.runs }) }).mutateAsync;
  return {
    start: act(() => dataOf(api.POST('/tier-runs', {}))),
    cancel: act((id: string) => dataOf(api.POST('/tier-runs/{id}/cancel', { params: { path: { id } } }))),
  };
}
