import { defineAsyncComponent } from 'vue';
import { defineFeature } from '../../shared/feature';
import { pointsPermissions } from './model';

const title = { 'zh-CN': '积分', en: 'Points' };

export const points = defineFeature({
  name: 'points',
  routes: [
    {
      path: 'customers/:id/points',
      name: 'customer-points',
      component: () => import('./pages/CustomerPointsPage.vue'),
      props: true,
      meta: { title: { 'zh-CN': '积分流水', en: 'Statement of points' }, permission: pointsPermissions.read },
    },
  ],
  customerPage: {
    cards: [
      {
        name: 'points',
        title,
        component: defineAsyncComponent(() => import('./components/PointsCard.vue')),
        permission: pointsPermissions.read,
        order: 10,
      },
    ],
    tabs: [
      {
        name: 'points',
        title,
        component: defineAsyncComponent(() => import('./components/PointsTab.vue')),
        permission: pointsPermissions.read,
        order: 10,
      },
    ],
  },
  locales: { 'zh-CN': () => import('./locales/zh-CN'), en: () => import('./locales/en') },
});
