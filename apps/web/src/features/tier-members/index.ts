import { Lock, Present, Odometer } from '@element-plus/icons-vue';
import { defineAsyncComponent } from 'vue';
import { defineFeature } from '../../shared/feature';
import { tiersPermissions } from './model';

const { read } = tiersPermissions;
const tier = { 'zh-CN': '会员等级', en: 'Member tier' };
const values = { 'zh-CN': '成长值与价值分', en: 'Growth and value score' };
const rules = { 'zh-CN': '成长值规则', en: 'Growth rules' };
const gifts = { 'zh-CN': '权益发放', en: 'Gifts' };
const locks = { 'zh-CN': '锁定审批', en: 'Tier locks' };

export const tierMembers = defineFeature({
  name: 'tier-members',
  routes: [
    {
      path: 'customers/:id/tier',
      name: 'customer-tier',
      component: () => import('./pages/CustomerTierPage.vue'),
      props: true,
      meta: { title: tier, permission: read },
    },
    {
      path: 'customers/:id/values',
      name: 'customer-values',
      component: () => import('./pages/CustomerValuesPage.vue'),
      props: true,
      meta: { title: values, permission: read },
    },
    {
      path: 'tiers/value-rules',
      name: 'value-rules',
      component: () => import('./pages/ValueRulesPage.vue'),
      meta: { title: rules, permission: read },
    },
    {
      path: 'tiers/locks',
      name: 'tier-locks',
      component: () => import('./pages/LocksPage.vue'),
      meta: { title: locks, permission: read },
    },
    {
      path: 'tiers/gifts',
      name: 'tier-gifts',
      component: () => import('./pages/GiftsPage.vue'),
      meta: { title: gifts, permission: read },
    },
  ],
  menu: [
    { title: rules, icon: Odometer, group: 'tiers', order: 40, to: 'value-rules', permission: read },
    { title: gifts, icon: Present, group: 'tiers', order: 50, to: 'tier-gifts', permission: read },
    {
      title: locks,
      icon: Lock,
      group: 'tiers',
      order: 60,
      to: 'tier-locks',
      permission: read,
      badge: defineAsyncComponent(() => import('./components/LocksBadge.vue')),
    },
  ],
  customerPage: {
    cards: [
      {
        name: 'tier',
        title: tier,
        component: defineAsyncComponent(() => import('./components/TierCard.vue')),
        permission: read,
        order: 5,
      },
      {
        name: 'values',
        title: values,
        component: defineAsyncComponent(() => import('./components/ValuesCard.vue')),
        permission: read,
        order: 20,
      },
    ],
  },
  locales: { 'zh-CN': () => import('./locales/zh-CN'), en: () => import('./locales/en') },
});
