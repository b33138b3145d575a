import { useInfiniteQuery, useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { onScopeDispose, toValue, watch, type MaybeRefOrGetter } from 'vue';
import { api, dataOf } from '../../shared/api';
import type { AdjustmentStatus } from './approvals';
import { isUnderWay } from './proof';

const key = {
  all: ['points'],
  adjustments: ['points', 'adjustments'],
  liability: ['points', 'liability'],
  calendar: ['points', 'calendar'],
  proofs: ['points', 'proofs'],
} as const;
/** How often a proof under way is looked at. */
const LOOK_MS = 1_000;
const PAGE = 25;

export interface AdjustmentListQuery {
  status?: AdjustmentStatus;
  limit: number;
  cursor?: string;
}

/** Corrections that wait, or waited, for a second person; newest first. */
export function useAdjustments(
  query: MaybeRefOrGetter<AdjustmentListQuery>,
  enabled: MaybeRefOrGetter<boolean> = true,
) {
  return useQuery({
    key: () => [...key.adjustments, { ...toValue(query) }],
    query: ({ signal }) => dataOf(api.GET('/points/adjustments', { params: { query: toValue(query) }, signal })),
    enabled: () => toValue(enabled),
    placeholderData: (previous) => previous,
  });
}

export interface Decision {
  customerId: string;
  adjustmentId: string;
  note: string | null;
}

/** The second person's word. What it changed is brought up to date, problems go on to the caller. */
export function useDecisionActs() {
  const cache = useQueryCache();
  const act = <Vars, Result>(mutation: (vars: Vars) => Promise<Result>) =>
    useMutation({ mutation, onSettled: () => cache.invalidateQueries({ key: key.all }) }).mutateAsync;
  const at = ({ customerId, adjustmentId, note }: Decision) => ({
    params: { path: { customerId, adjustmentId } },
    body: { note },
  });
  return {
    approve: act((decision: Decision) =>
      dataOf(api.POST('/points/adjustments/{customerId}/{adjustmentId}/approve', at(decision))),
    ),
    refuse: act((decision: Decision) =>
      dataOf(api.POST('/points/adjustments/{customerId}/{adjustmentId}/refuse', at(decision))),
    ),
    withdraw: act((decision: Decision) =>
      dataOf(api.POST('/points/adjustments/{customerId}/{adjustmentId}/withdraw', at(decision))),
    ),
  };
}

/** What the house owes in points. */
export function useLiability() {
  return useQuery({
    key: key.liability,
    query: ({ signal }) => dataOf(api.GET('/points/liability', { signal })),
  });
}

/** What ends on the days from the first to the last. */
export function useExpiryCalendar(days: MaybeRefOrGetter<{ from: string; to: string }>) {
  return useQuery({
    key: () => [...key.calendar, { ...toValue(days) }],
    query: ({ signal }) => dataOf(api.GET('/points/expiry-calendar', { params: { query: toValue(days) }, signal })),
    placeholderData: (previous) => previous,
  });
}

/** Whose points end on a day, read on page by page. */
export function useExpiryDay(day: MaybeRefOrGetter<string | null>) {
  return useInfiniteQuery({
    key: () => [...key.calendar, 'day', toValue(day) ?? ''],
    initialPageParam: undefined as string | undefined,
    query: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/points/expiry-calendar/{day}/customers', {
          params: { path: { day: toValue(day)! }, query: { limit: PAGE, cursor: pageParam } },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
    enabled: () => toValue(day) !== null,
  });
}

/** The proofs of the books, newest first. */
export function useProofs() {
  return useInfiniteQuery({
    key: [...key.proofs, 'list'],
    initialPageParam: undefined as string | undefined,
    query: ({ pageParam, signal }) =>
      dataOf(api.GET('/points/verifications', { params: { query: { limit: PAGE, cursor: pageParam } }, signal })),
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** One proof; while it is under way it is looked at again and again, and the list hears of its end. */
export function useProof(id: MaybeRefOrGetter<string | null>) {
  const cache = useQueryCache();
  const proof = useQuery({
    key: () => [...key.proofs, toValue(id) ?? ''],
    query: ({ signal }) =>
      dataOf(
        api.GET('/points/verifications/{verificationId}', {
          params: { path: { verificationId: toValue(id)! } },
          signal,
        }),
      ),
    enabled: () => toValue(id) !== null,
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wasUnderWay = false;
  watch(
    proof.data,
    (now) => {
      clearTimeout(timer);
      const under = now ? isUnderWay(now) : false;
      if (wasUnderWay && now && !under) void cache.invalidateQueries({ key: [...key.proofs, 'list'] });
      wasUnderWay = under;
      if (under) timer = setTimeout(look, LOOK_MS);
    },
    { immediate: true },
  );
  /** A look that fails (the network went away) is followed by another one. */
  function look() {
    timer = setTimeout(look, 5 * LOOK_MS);
    void proof.refetch().catch(() => undefined);
  }
  onScopeDispose(() => clearTimeout(timer));
  return proof;
}

export function useProofActs() {
  const cache = useQueryCache();
  const act = <Vars, Result>(mutation: (vars: Vars) => Promise<Result>) =>
    useMutation({ mutation, onSettled: () => cache.invalidateQueries({ key: key.proofs }) }).mutateAsync;
  return {
    prove: act(() => dataOf(api.POST('/points/verify', { body: {} }))),
    cancel: act((verificationId: string) =>
      dataOf(api.POST('/points/verifications/{verificationId}/cancel', { params: { path: { verificationId } } })),
    ),
  };
}
