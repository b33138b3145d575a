import { useQuery } from '@pinia/colada';
import { toValue, type MaybeRefOrGetter } from 'vue';
import { api, dataOf } from '../api';

/** A customer; one question for all who ask, so it is asked once. */
export function useCustomer(id: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['customers', toValue(id)],
    query: ({ signal }) => dataOf(api.GET('/customers/{id}', { params: { path: { id: toValue(id) } }, signal })),
  });
}
