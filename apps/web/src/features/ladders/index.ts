import { Medal } from '@element-plus/icons-vue';
import { defineFeature } from '../../shared/feature';
import { laddersPermissions } from './model';

const title = { 'zh-CN': '等级体系', en: 'Ladders' };
const { read } = laddersPermissions;

export const ladders = defineFeature({
  name: 'ladders',
  routes: [
    {
      path: 'tiers/ladders',
      name: 'tier-ladders',
      component: () => import('./pages/LaddersPage.vue'),
      meta: { title, permission: read },
    },
    {
      path: 'tiers/ladders/:id',
      name: 'tier-ladder',
      component: () => import('./pages/LadderPage.vue'),
      props: true,
      meta: { title, permission: read },
    },
  ],
  menu: [{ title, icon: Medal, group: 'tiers', order: 10, to: 'tier-ladders', permission: read, shortcut: 'g t' }],
  locales: { 'zh-CN': () => import('./locales/zh-CN'), en: () => import('./locales/en') },
});
