import { Key, Postcard } from '@element-plus/icons-vue';
import { defineFeature } from '../../shared/feature';
import { staffPermissions } from './model';

const apiKeys = { 'zh-CN': 'API 密钥', en: 'API keys' };
const title = { 'zh-CN': '员工', en: 'Staff' };

export const staff = defineFeature({
  name: 'staff',
  routes: [
    {
      path: 'staff',
      name: 'staff',
      component: () => import('./pages/StaffPage.vue'),
      meta: { title, permission: staffPermissions.read },
    },
    {
      path: 'staff/roles',
      name: 'staff-roles',
      component: () => import('./pages/RolesPage.vue'),
      meta: { title: { 'zh-CN': '角色与权限', en: 'Roles' }, permission: staffPermissions.read },
    },
    {
      path: 'staff/api-keys',
      name: 'staff-api-keys',
      component: () => import('./pages/ApiKeysPage.vue'),
      meta: { title: apiKeys, permission: staffPermissions.read },
    },
  ],
  menu: [
    {
      title,
      icon: Postcard,
      group: 'system',
      order: 10,
      to: 'staff',
      permission: staffPermissions.read,
      shortcut: 'g s',
    },
    {
      title: apiKeys,
      icon: Key,
      group: 'system',
      order: 20,
      to: 'staff-api-keys',
      permission: staffPermissions.read,
      shortcut: 'g k',
    },
  ],
  locales: { 'zh-CN': () => import('./locales/zh-CN'), en: () => import('./locales/en') },
});
