import { defineFeature } from '../../shared/feature';
import { findCustomers } from './api';

export const customers = defineFeature({
  name: 'customers',
  routes: [],
  search: [
    {
      title: { 'zh-CN': '客户', en: 'Customers' },
      permission: 'customers.read',
      async search(words, signal) {
        const { items } = await findCustomers(words, 8, signal);
        return items.map(({ id, displayName, identities }) => ({
          id,
          title: displayName,
          detail: identities[0]?.value,
          to: `/customers/${id}`,
        }));
      },
    },
  ],
});
