import { useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { toValue, type MaybeRefOrGetter } from 'vue';
import { api, dataOf } from '../../shared/api';
import type { RuleAct, RuleContent, RuleStatus, TriggerKind } from './model';
import type { ProgrammeBody } from './programme';
import type { TrialBody } from './trial';

const key = { programme: ['points', 'programme'], rules: ['points', 'rules'], trial: ['points', 'trial'] } as const;
const VERSIONS_SHOWN = 100;

export function useProgramme() {
  return useQuery({
    key: key.programme,
    query: ({ signal }) => dataOf(api.GET('/points/programme', { signal })),
  });
}

/** What the settings were before, newest first. */
export function useProgrammeVersions(enabled: MaybeRefOrGetter<boolean>) {
  return useQuery({
    key: [...key.programme, 'versions'],
    query: ({ signal }) =>
      dataOf(api.GET('/points/programme/versions', { params: { query: { limit: VERSIONS_SHOWN } }, signal })),
    enabled: () => toValue(enabled),
  });
}

/** Writes a new version and passes problems on to its caller. */
export function useProgrammeActs() {
  const cache = useQueryCache();
  return {
    save: useMutation({
      mutation: (body: ProgrammeBody) => dataOf(api.PUT('/points/programme', { body })),
      onSuccess: (programme) => {
        cache.setQueryData(key.programme, programme);
        void cache.invalidateQueries({ key: [...key.programme, 'versions'] });
      },
    }).mutateAsync,
  };
}

export interface RuleListQuery {
  trigger?: TriggerKind;
  status?: RuleStatus;
  limit: number;
  cursor?: string;
}

/** A page of rules, newest first; the page before stays on screen until the next one is here. */
export function useRules(query: MaybeRefOrGetter<RuleListQuery>) {
  return useQuery({
    key: () => [...key.rules, 'list', { ...toValue(query) }],
    query: ({ signal }) => dataOf(api.GET('/points/rules', { params: { query: toValue(query) }, signal })),
    placeholderData: (previous) => previous,
  });
}

const at = (id: string) => ({ params: { path: { id } } });

export function useRule(id: MaybeRefOrGetter<string | null>) {
  return useQuery({
    key: () => [...key.rules, toValue(id) ?? ''],
    query: ({ signal }) => dataOf(api.GET('/points/rules/{id}', { ...at(toValue(id)!), signal })),
    enabled: () => toValue(id) !== null,
  });
}

export function useRuleVersions(id: MaybeRefOrGetter<string>, enabled: MaybeRefOrGetter<boolean>) {
  return useQuery({
    key: () => [...key.rules, toValue(id), 'versions'],
    query: ({ signal }) => dataOf(api.GET('/points/rules/{id}/versions', { ...at(toValue(id)), signal })),
    enabled: () => toValue(enabled),
  });
}

interface RuleFrame {
  validFrom?: string;
  validTo: string | null;
  budgetPoints: number | null;
}

/** The acts on rules. Each brings lists and versions up to date and passes problems on to its caller. */
export function useRuleActs() {
  const cache = useQueryCache();
  const act = <Vars, Result>(mutation: (vars: Vars) => Promise<Result>) =>
    useMutation({ mutation, onSettled: () => cache.invalidateQueries({ key: key.rules }) }).mutateAsync;
  return {
    /** @param vars.once the same for repeated clicks, so that a lost answer makes no second rule */
    create: act(({ once, ...body }: RuleContent & RuleFrame & { once: string }) =>
      dataOf(api.POST('/points/rules', { params: { header: { 'Idempotency-Key': once } }, body })),
    ),
    change: act(({ id, ...body }: RuleContent & RuleFrame & { id: string; expectedVersion: number }) =>
      dataOf(api.PATCH('/points/rules/{id}', { ...at(id), body })),
    ),
    act: act(({ id, act: what }: { id: string; act: RuleAct }) => {
      if (what === 'activate') return dataOf(api.POST('/points/rules/{id}/activate', at(id)));
      if (what === 'pause') return dataOf(api.POST('/points/rules/{id}/pause', at(id)));
      return dataOf(api.POST('/points/rules/{id}/close', at(id)));
    }),
  };
}

/** What something would earn, and why. Nothing is written by asking. */
export function useTrial(body: MaybeRefOrGetter<TrialBody | null>) {
  return useQuery({
    key: () => [...key.trial, JSON.stringify(toValue(body))],
    query: ({ signal }) => dataOf(api.POST('/points/rules/try', { body: toValue(body)!, signal })),
    enabled: () => toValue(body) !== null,
    placeholderData: (previous) => previous,
    gcTime: 10_000,
  });
}

/** Customers by name, phone or its last four digits, e-mail or member number. */
export async function findCustomers(words: string) {
  const { items } = await dataOf(api.GET('/customers', { params: { query: { q: words, limit: 8 } } }));
  return items.map(({ id, displayName, identities }) => ({ id, name: displayName || identities[0]?.value || id }));
}

/** The name of an account, for those who may know it. */
export function useStaffName(id: MaybeRefOrGetter<string | null>, enabled: MaybeRefOrGetter<boolean>) {
  return useQuery({
    key: () => ['staff', 'name', toValue(id) ?? ''],
    query: async ({ signal }) => {
      const { displayName } = await dataOf(api.GET('/staff/{id}', { ...at(toValue(id)!), signal }));
      return displayName;
    },
    enabled: () => toValue(enabled) && toValue(id) !== null,
    staleTime: 600_000,
  });
}
