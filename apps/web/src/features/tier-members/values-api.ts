import { useInfiniteQuery, useQuery } from '@pinia/colada';
import { onScopeDispose, toValue, watch, type MaybeRefOrGetter } from 'vue';
import { api, ApiProblem, dataOf } from '../../shared/api';
import { customerKey, key, useTierAct } from './api';
import { isUnderWay, type ValueRule } from './value-rules';
import type { ValueLedger } from './values';

const ENTRIES_PAGE = 30;
const VERSIONS = 20;
/** How often a settlement under way is looked at. */
const LOOK_MS = 1_000;
const rulesKey = (ledger: ValueLedger) => [...key.all, 'value-rules', ledger];

/** Growth value and value score of a customer, with the last twelve months of each. */
export function useValues(id: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => [...customerKey(toValue(id)), 'values'],
    query: ({ signal }) =>
      dataOf(api.GET('/customers/{customerId}/values', { params: { path: { customerId: toValue(id) } }, signal })),
  });
}

/** The statement of a ledger, newest line first, read on page by page. */
export function useValueEntries(id: MaybeRefOrGetter<string>, ledger: MaybeRefOrGetter<ValueLedger>) {
  return useInfiniteQuery({
    key: () => [...customerKey(toValue(id)), 'entries', toValue(ledger)],
    initialPageParam: undefined as string | undefined,
    query: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/customers/{customerId}/values/{ledger}/entries', {
          params: {
            path: { customerId: toValue(id), ledger: toValue(ledger) },
            query: { limit: ENTRIES_PAGE, cursor: pageParam },
          },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function useValueRules(ledger: MaybeRefOrGetter<ValueLedger>) {
  return useQuery({
    key: () => rulesKey(toValue(ledger)),
    query: ({ signal }) =>
      dataOf(api.GET('/values/{ledger}/rules', { params: { path: { ledger: toValue(ledger) } }, signal })),
  });
}

export function useValueVersions(ledger: MaybeRefOrGetter<ValueLedger>) {
  return useQuery({
    key: () => [...rulesKey(toValue(ledger)), 'versions'],
    query: ({ signal }) =>
      dataOf(
        api.GET('/values/{ledger}/rules/versions', {
          params: { path: { ledger: toValue(ledger) }, query: { limit: VERSIONS } },
          signal,
        }),
      ),
  });
}

/** Rules to begin with. */
export function fetchTemplate(ledger: ValueLedger) {
  return dataOf(api.GET('/values/{ledger}/rules/template', { params: { path: { ledger } } }));
}

export interface Tried {
  rules: ValueRule[];
  order?: { netCents: number; channel: string | null };
  event?: { type: string; source?: string };
}

/** What a behaviour would give by the rules that are sent along; null asks nothing. */
export function useTrial(ledger: MaybeRefOrGetter<ValueLedger>, tried: MaybeRefOrGetter<Tried | null>) {
  return useQuery({
    key: () => [...key.all, 'value-trial', toValue(ledger), JSON.stringify(toValue(tried))],
    query: ({ signal }) =>
      dataOf(
        api.POST('/values/{ledger}/rules/try', {
          params: { path: { ledger: toValue(ledger) } },
          body: toValue(tried)!,
          signal,
        }),
      ),
    enabled: () => toValue(tried) !== null,
    placeholderData: (previous) => previous,
  });
}

/** The last settlement of a ledger, or the one under way, looked at until it is over; null when there never was one. */
export function useSettlement(ledger: MaybeRefOrGetter<ValueLedger>) {
  const query = useQuery({
    key: () => [...rulesKey(toValue(ledger)), 'settlement'],
    query: async ({ signal }) => {
      try {
        return await dataOf(
          api.GET('/values/{ledger}/settlement', { params: { path: { ledger: toValue(ledger) } }, signal }),
        );
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 404) return null;
        throw error;
      }
    },
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(
    query.data,
    (settlement) => {
      clearTimeout(timer);
      if (isUnderWay(settlement)) timer = setTimeout(look, LOOK_MS);
    },
    { immediate: true },
  );
  /** A look that fails (the network went away) is followed by another one. */
  function look() {
    timer = setTimeout(look, 5 * LOOK_MS);
    void query.refetch().catch(() => undefined);
  }
  onScopeDispose(() => clearTimeout(timer));
  return query;
}

interface OfLedger {
  customerId: string;
  ledger: ValueLedger;
  once: string;
}

/** The acts on values and their rules. */
export function useValueActs() {
  const act = useTierAct();
  const header = (once: string) => ({ 'Idempotency-Key': once });
  return {
    book: act(
      ({ customerId, ledger, once, ...body }: OfLedger & { amount: number; reason: string; occurredAt?: string }) =>
        dataOf(
          api.POST('/customers/{customerId}/values/{ledger}/entries', {
            params: { path: { customerId, ledger }, header: header(once) },
            body,
          }),
        ),
    ),
    reverse: act(
      ({
        customerId,
        ledger,
        once,
        entryKey,
        ...body
      }: OfLedger & { entryKey: string; amount?: number; reason: string }) =>
        dataOf(
          api.POST('/customers/{customerId}/values/{ledger}/entries/{key}/reverse', {
            params: { path: { customerId, ledger, key: entryKey }, header: header(once) },
            body,
          }),
        ),
    ),
    replace: act(
      ({
        ledger,
        ...body
      }: {
        ledger: ValueLedger;
        rules: ValueRule[];
        validFrom?: string;
        fromHistory: boolean;
        note: string | null;
        expectedVersion: number;
      }) => dataOf(api.PUT('/values/{ledger}/rules', { params: { path: { ledger } }, body })),
    ),
    settle: act((ledger: ValueLedger) => dataOf(api.POST('/values/{ledger}/settle', { params: { path: { ledger } } }))),
  };
}
