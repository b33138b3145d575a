import { Upload } from '@element-plus/icons-vue';
import { defineFeature } from '../../shared/feature';
import { importsPermissions } from './model';

const title = { 'zh-CN': '导入', en: 'Imports' };

export const imports = defineFeature({
  name: 'imports',
  routes: [
    {
      path: 'imports',
      name: 'imports',
      component: () => import('./pages/ImportsPage.vue'),
      meta: { title, permission: importsPermissions.read },
    },
    {
      path: 'imports/new',
      name: 'import-new',
      component: () => import('./pages/NewImportPage.vue'),
      meta: { title: { 'zh-CN': '新建导入', en: 'New import' }, permission: importsPermissions.run },
    },
    {
      path: 'imports/:id',
      name: 'import',
      component: () => import('./pages/ImportPage.vue'),
      props: true,
      meta: { title, permission: importsPermissions.read },
    },
  ],
  menu: [
    {
      title,
      icon: Upload,
      group: 'data',
      order: 10,
      to: 'imports',
      permission: importsPermissions.read,
      shortcut: 'g i',
    },
  ],
  locales: { 'zh-CN': () => import('./locales/zh-CN'), en: () => import('./locales/en') },
});
