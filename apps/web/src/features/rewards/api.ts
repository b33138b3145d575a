import { useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { toValue, type MaybeRefOrGetter } from 'vue';
import { api, dataOf } from '../../shared/api';
import type { RedemptionState, RewardKind, RewardStatus } from './model';
import type { RewardBody, StockBody } from './reward-draft';

const key = { rewards: ['points', 'rewards'], redemptions: ['points', 'redemptions'] } as const;
const at = (id: string) => ({ params: { path: { id } } });
/** Most rewards that a filter offers. */
const CHOICES = 200;

export interface RewardListQuery {
  status?: RewardStatus;
  kind?: RewardKind;
  limit: number;
  cursor?: string;
}

/** A page of rewards in the order of the catalogue; the page before stays on screen until the next one is here. */
export function useRewards(query: MaybeRefOrGetter<RewardListQuery>) {
  return useQuery({
    key: () => [...key.rewards, 'list', { ...toValue(query) }],
    query: ({ signal }) => dataOf(api.GET('/rewards', { params: { query: toValue(query) }, signal })),
    placeholderData: (previous) => previous,
  });
}

/** Rewards to choose from in a filter. */
export function useRewardChoices() {
  return useRewards({ limit: CHOICES });
}

export function useReward(id: MaybeRefOrGetter<string | null>) {
  return useQuery({
    key: () => [...key.rewards, toValue(id) ?? ''],
    query: ({ signal }) => dataOf(api.GET('/rewards/{id}', { ...at(toValue(id)!), signal })),
    enabled: () => toValue(id) !== null,
  });
}

const onceMore = (id: string, once: string) => ({ params: { path: { id }, header: { 'Idempotency-Key': once } } });

/**
 * The acts on rewards. Each brings what shows them up to date and passes problems on to its caller. `once` is the same for
 * repeated clicks, so that a lost answer does nothing twice.
 */
export function useRewardActs() {
  const cache = useQueryCache();
  const act = <Vars, Result>(mutation: (vars: Vars) => Promise<Result>) =>
    useMutation({ mutation, onSettled: () => cache.invalidateQueries({ key: key.rewards }) }).mutateAsync;
  return {
    create: act(({ once, ...body }: RewardBody & { once: string }) =>
      dataOf(api.POST('/rewards', { params: { header: { 'Idempotency-Key': once } }, body })),
    ),
    change: act(({ id, ...body }: Partial<Omit<RewardBody, 'stock'>> & { id: string; expectedVersion: number }) =>
      dataOf(api.PATCH('/rewards/{id}', { ...at(id), body })),
    ),
    publish: act(({ id, expectedVersion }: { id: string; expectedVersion: number }) =>
      dataOf(api.POST('/rewards/{id}/publish', { ...at(id), body: { expectedVersion } })),
    ),
    end: act(({ id, expectedVersion }: { id: string; expectedVersion: number }) =>
      dataOf(api.POST('/rewards/{id}/end', { ...at(id), body: { expectedVersion } })),
    ),
    changeStock: act(({ id, once, ...body }: StockBody & { id: string; once: string }) =>
      dataOf(api.POST('/rewards/{id}/stock', { ...onceMore(id, once), body })),
    ),
    addCodes: act(({ id, file }: { id: string; file: File }) => {
      const data = new FormData();
      data.append('file', file, file.name);
      const body = { body: data as never, bodySerializer: (sent: unknown) => sent as FormData };
      return dataOf(api.POST('/rewards/{id}/codes', { ...at(id), ...body }));
    }),
  };
}

export interface RedemptionFilter {
  state?: RedemptionState;
  rewardId?: string;
  customerId?: string;
}

/** A page of redemptions, newest first; the page before stays on screen until the next one is here. */
export function useRedemptions(query: MaybeRefOrGetter<RedemptionFilter & { limit: number; cursor?: string }>) {
  return useQuery({
    key: () => [...key.redemptions, 'list', { ...toValue(query) }],
    query: ({ signal }) => dataOf(api.GET('/redemptions', { params: { query: toValue(query) }, signal })),
    placeholderData: (previous) => previous,
  });
}

/** One redemption with as much as the caller may see; for who fulfils, the look at address and codes is on record. */
export function useRedemption(id: MaybeRefOrGetter<string | null>) {
  return useQuery({
    key: () => [...key.redemptions, toValue(id) ?? ''],
    query: ({ signal }) => dataOf(api.GET('/redemptions/{id}', { ...at(toValue(id)!), signal })),
    enabled: () => toValue(id) !== null,
    // Each look is on record: coming back to the window is none.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: 60_000,
  });
}

/** Shipping, completing and cancelling. */
export function useRedemptionActs() {
  const cache = useQueryCache();
  const act = <Vars, Result>(mutation: (vars: Vars) => Promise<Result>) =>
    useMutation({
      mutation,
      onSettled: () => {
        void cache.invalidateQueries({ key: key.rewards });
        return cache.invalidateQueries({ key: key.redemptions });
      },
    }).mutateAsync;
  return {
    ship: act(({ id, ...body }: { id: string; carrier: string; trackingNo: string }) =>
      dataOf(api.POST('/redemptions/{id}/ship', { ...at(id), body })),
    ),
    complete: act((id: string) => dataOf(api.POST('/redemptions/{id}/complete', at(id)))),
    cancel: act(({ id, once, ...body }: { id: string; once: string; reason: string; restock: boolean }) =>
      dataOf(api.POST('/redemptions/{id}/cancel', { ...onceMore(id, once), body })),
    ),
  };
}

/** The redemptions of a filter as a CSV file, with addresses; the export is on record. */
export async function fetchRedemptionsFile(filter: RedemptionFilter): Promise<Blob> {
  const { data } = await api.GET('/redemptions.csv', { params: { query: filter }, parseAs: 'blob' });
  return data as unknown as Blob;
}

/** What a customer is called, for those who may see customers. */
export function useCustomerName(id: MaybeRefOrGetter<string | null>, enabled: MaybeRefOrGetter<boolean>) {
  return useQuery({
    key: () => ['customers', 'name', toValue(id) ?? ''],
    query: async ({ signal }) => {
      const { displayName } = await dataOf(api.GET('/customers/{id}', { ...at(toValue(id)!), signal }));
      return displayName;
    },
    enabled: () => toValue(enabled) && toValue(id) !== null,
    staleTime: 60_000,
  });
}
