import { DataLine, Finished, Stamp } from '@element-plus/icons-vue';
import { defineAsyncComponent } from 'vue';
import { defineFeature } from '../../shared/feature';
import { pointsPermissions } from './model';

const approvals = { 'zh-CN': '调整审批', en: 'Approvals' };
const liability = { 'zh-CN': '积分负债', en: 'Liability' };
const proof = { 'zh-CN': '对账', en: 'Reconciliation' };
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
    {
      path: 'points/approvals',
      name: 'points-approvals',
      component: () => import('./pages/ApprovalsPage.vue'),
      meta: { title: approvals, permission: pointsPermissions.read },
    },
    {
      path: 'points/liability',
      name: 'points-liability',
      component: () => import('./pages/LiabilityPage.vue'),
      meta: { title: liability, permission: pointsPermissions.read },
    },
    {
      path: 'points/reconciliation',
      name: 'points-reconciliation',
      component: () => import('./pages/ReconciliationPage.vue'),
      meta: { title: proof, permission: pointsPermissions.read },
    },
  ],
  menu: [
    {
      title: approvals,
      icon: Stamp,
      group: 'points',
      order: 60,
      to: 'points-approvals',
      permission: pointsPermissions.read,
      shortcut: 'g a',
      badge: defineAsyncComponent(() => import('./components/ApprovalsBadge.vue')),
    },
    {
      title: liability,
      icon: DataLine,
      group: 'points',
      order: 70,
      to: 'points-liability',
      permission: pointsPermissions.read,
      shortcut: 'g l',
    },
    {
      title: proof,
      icon: Finished,
      group: 'points',
      order: 80,
      to: 'points-reconciliation',
      permission: pointsPermissions.read,
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
