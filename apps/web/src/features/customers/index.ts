import { User } from '@element-plus/icons-vue';
import { defineFeature } from '../../shared/feature';
import { findCustomers } from './api';
import { callName, customersPermissions, tellingIdentity } from './model';

const title = { 'zh-CN': '客户', en: 'Customers' };

export const customers = defineFeature({
  name: 'customers',
  routes: [
    {
      path: 'customers',
      name: 'customers',
      component: () => import('./pages/CustomersPage.vue'),
      meta: { title, permission: customersPermissions.read },
    },
    {
      path: 'customers/:id',
      name: 'customer',
      component: () => import('./pages/CustomerPage.vue'),
      props: true,
      meta: { title, permission: customersPermissions.read, showsCustomerParts: true },
    },
  ],
  menu: [
    {
      title,
      icon: User,
      group: 'operate',
      order: 10,
      to: 'customers',
      permission: customersPermissions.read,
      shortcut: 'g c',
    },
  ],
  search: [
    {
      title,
      permission: customersPermissions.read,
      async search(words, signal) {
        const { items } = await findCustomers(words, 8, signal);
        return items.map(({ id, displayName, identities }) => ({
          id,
          title: callName({ displayName, identities }) ?? id,
          detail: tellingIdentity(identities)?.value,
          to: { name: 'customer', params: { id } },
        }));
      },
    },
  ],
  locales: { 'zh-CN': () => import('./locales/zh-CN'), en: () => import('./locales/en') },
});
