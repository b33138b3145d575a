import { Grid } from '@element-plus/icons-vue';
import { defineFeature } from '../../shared/feature';
import { rfmPermissions } from './model';

const title = { 'zh-CN': 'RFM 分析', en: 'RFM' };

export const rfm = defineFeature({
  name: 'rfm',
  routes: [
    {
      path: 'rfm',
      name: 'rfm',
      component: () => import('./pages/RfmPage.vue'),
      meta: { title, permission: rfmPermissions.read },
    },
    {
      path: 'rfm/settings',
      name: 'rfm-settings',
      component: () => import('./pages/RfmSettingsPage.vue'),
      meta: { title: { 'zh-CN': 'RFM 设置', en: 'RFM settings' }, permission: rfmPermissions.read },
    },
  ],
  menu: [
    { title, icon: Grid, group: 'operate', order: 30, to: 'rfm', permission: rfmPermissions.read, shortcut: 'g r' },
  ],
  locales: { 'zh-CN': () => import('./locales/zh-CN'), en: () => import('./locales/en') },
});
