import { Postcard } from '@element-plus/icons-vue';
import { defineFeature } from '../../shared/feature';
import { staffPermissions } from './model';

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
  ],
  locales: { 'zh-CN': () => import('./locales/zh-CN'), en: () => import('./locales/en') },
});
