import { MagicStick, SetUp } from '@element-plus/icons-vue';
import { defineFeature } from '../../shared/feature';
import { earningPermissions } from './model';

const rules = { 'zh-CN': '积分规则', en: 'Earning rules' };
const programme = { 'zh-CN': '积分设置', en: 'Points settings' };
const { read, manage } = earningPermissions;

export const earning = defineFeature({
  name: 'earning',
  routes: [
    {
      path: 'points/rules',
      name: 'points-rules',
      component: () => import('./pages/RulesPage.vue'),
      meta: { title: rules, permission: read },
    },
    {
      path: 'points/rules/new',
      name: 'points-rule-new',
      component: () => import('./pages/RulePage.vue'),
      meta: { title: { 'zh-CN': '新建积分规则', en: 'New earning rule' }, permission: manage },
    },
    {
      path: 'points/rules/:id',
      name: 'points-rule',
      component: () => import('./pages/RulePage.vue'),
      props: true,
      meta: { title: rules, permission: read },
    },
    {
      path: 'points/programme',
      name: 'points-programme',
      component: () => import('./pages/ProgrammePage.vue'),
      meta: { title: programme, permission: read },
    },
  ],
  menu: [
    {
      title: rules,
      icon: MagicStick,
      group: 'points',
      order: 10,
      to: 'points-rules',
      permission: read,
      shortcut: 'g e',
    },
    { title: programme, icon: SetUp, group: 'points', order: 90, to: 'points-programme', permission: read },
  ],
  locales: { 'zh-CN': () => import('./locales/zh-CN'), en: () => import('./locales/en') },
});
