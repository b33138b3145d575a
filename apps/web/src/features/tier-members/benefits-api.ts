import { useQuery } from '@pinia/colada';
import { toValue, type MaybeRefOrGetter } from 'vue';
import { api, dataOf } from '../../shared/api';
import { customerKey, key, useTierAct } from './api';
import type { GiftStatus, HeldBenefit } from './benefits';

/** What a customer has of her tier, the gifts she got, and what she used. */
export function useBenefits(id: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => [...customerKey(toValue(id)), 'benefits'],
    query: ({ signal }) =>
      dataOf(api.GET('/customers/{id}/benefits', { params: { path: { id: toValue(id) } }, signal })),
  });
}

export interface GiftFilter {
  status?: GiftStatus;
  kind?: HeldBenefit['kind'];
  tier?: string;
}

/** Gifts of all customers, newest first. */
export function useGifts(query: MaybeRefOrGetter<GiftFilter & { limit: number; cursor?: string }>) {
  return useQuery({
    key: () => [...key.all, 'gifts', { ...toValue(query) }],
    query: ({ signal }) => dataOf(api.GET('/tier-benefits/issues', { params: { query: toValue(query) }, signal })),
    placeholderData: (previous) => previous,
  });
}

/** The same gifts as a file, all pages of them; that somebody took it is on record. */
export async function fetchGiftsFile(filter: GiftFilter): Promise<Blob> {
  const { data } = await api.GET('/tier-benefits/issues.csv', { params: { query: filter }, parseAs: 'blob' });
  return data as unknown as Blob;
}

interface OfGift {
  customerId: string;
  giftId: string;
  note: string | null;
}

/** The acts on benefits and gifts. */
export function useBenefitActs() {
  const act = useTierAct();
  const at = ({ customerId, giftId }: OfGift) => ({ path: { id: customerId, issueId: giftId } });
  return {
    use: act(
      ({
        customerId,
        benefitKey,
        once,
        ...body
      }: {
        customerId: string;
        benefitKey: string;
        once: string;
        reference: string | null;
        note: string | null;
      }) =>
        dataOf(
          api.POST('/customers/{id}/benefits/{benefitKey}/uses', {
            params: { path: { id: customerId, benefitKey }, header: { 'idempotency-key': once } },
            body,
          }),
        ),
    ),
    undo: act(({ customerId, benefitKey, useId }: { customerId: string; benefitKey: string; useId: string }) =>
      dataOf(
        api.DELETE('/customers/{id}/benefits/{benefitKey}/uses/{useId}', {
          params: { path: { id: customerId, benefitKey, useId } },
        }),
      ),
    ),
    deliver: act(({ reference, ...gift }: OfGift & { reference: string | null }) =>
      dataOf(
        api.POST('/customers/{id}/benefits/issues/{issueId}/deliver', {
          params: at(gift),
          body: { reference, note: gift.note },
        }),
      ),
    ),
    void: act((gift: OfGift) =>
      dataOf(
        api.POST('/customers/{id}/benefits/issues/{issueId}/void', { params: at(gift), body: { note: gift.note } }),
      ),
    ),
  };
}
