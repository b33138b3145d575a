import { useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { onScopeDispose, toValue, watch, type MaybeRefOrGetter } from 'vue';
import { api, dataOf } from '../../shared/api';
import { isUnderway, type Run } from './model';

const key = ['tiers', 'runs', 'latest'] as const;
const LOOK_MS = 1_000;
/** How long an evaluation that must begin is looked out for: the worker takes it up within seconds. */
const LOOK_OUT_MS = 30_000;

/**
 * The latest evaluation of everybody, looked at again and again while it is under way or about to begin.
 *
 * @param expected the version whose evaluation somebody waits for
 * @param onEnd told of an evaluation that was seen under way and has ended
 */
export function useLatestRun(
  expected: MaybeRefOrGetter<{ ladderId: string; version: number } | null>,
  onEnd: (run: Run) => void,
) {
  const cache = useQueryCache();
  const latest = useQuery({
    key,
    query: async ({ signal }) => {
      const { items } = await dataOf(api.GET('/tier-runs', { params: { query: { limit: 1 } }, signal }));
      return items[0] ?? null;
    },
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underway: string | null = null;
  let lookOutUntil = 0;

  function isAwaited(run: Run | null): boolean {
    const wanted = toValue(expected);
    if (!wanted || Date.now() > lookOutUntil) return false;
    return run?.ladderId !== wanted.ladderId || run.version !== wanted.version;
  }

  watch(
    () => toValue(expected),
    (wanted) => {
      if (!wanted) return;
      lookOutUntil = Date.now() + LOOK_OUT_MS;
      look();
    },
    { immediate: true },
  );
  watch(
    latest.data,
    (run) => {
      clearTimeout(timer);
      if (run === undefined) return;
      if (run && !isUnderway(run) && underway === run.id) {
        onEnd(run);
        void cache.invalidateQueries({ key: ['tiers', 'populations'] });
      }
      underway = run && isUnderway(run) ? run.id : null;
      if (underway || isAwaited(run)) timer = setTimeout(look, LOOK_MS);
    },
    { immediate: true },
  );
  /** A look that fails (the network went away) is followed by another one. */
  function look() {
    clearTimeout(timer);
    timer = setTimeout(look, 5 * LOOK_MS);
    void latest.refetch().catch(() => undefined);
  }
  onScopeDispose(() => clearTimeout(timer));
  return latest;
}

/** Each brings the latest evaluation up to date and passes problems on to its caller. */
export function useRunActs() {
  const cache = useQueryCache();
  const act = <Vars>(mutation: (vars: Vars) => Promise<Run>) =>
    useMutation({ mutation, onSettled: () => cache.invalidateQueries({ key }) }).mutateAsync;
  return {
    /** @param vars.once the same for repeated clicks */
    request: act((vars: { once: string }) =>
      dataOf(api.POST('/tier-runs', { params: { header: { 'Idempotency-Key': vars.once } } })),
    ),
    cancel: act((id: string) => dataOf(api.POST('/tier-runs/{id}/cancel', { params: { path: { id } } }))),
  };
}
