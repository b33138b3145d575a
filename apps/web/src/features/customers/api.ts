import { api, dataOf } from '../../shared/api';

/** Customers by name, phone or its last four digits, e-mail or member number. */
export function findCustomers(words: string, limit: number, signal?: AbortSignal) {
  return dataOf(api.GET('/customers', { params: { query: { q: words, limit } }, signal }));
}
