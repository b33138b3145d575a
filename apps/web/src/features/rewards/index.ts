import { Present, Van } from '@element-plus/icons-vue';
import { defineFeature } from '../../shared/feature';
import { rewardsPermissions } from './model';

const rewardsTitle = { 'zh-CN': '积分商城', en: 'Rewards' };
const redemptionsTitle = { 'zh-CN': '兑换记录', en: 'Redemptions' };
const { read, manage } = rewardsPermissions;

export const rewards = defineFeature({
  name: 'rewards',
  routes: [
    {
      path: 'points/rewards',
      name: 'points-rewards',
      component: () => import('./pages/RewardsPage.vue'),
      meta: { title: rewardsTitle, permission: read },
    },
    {
      path: 'points/rewards/new',
      name: 'points-reward-new',
      component: () => import('./pages/RewardPage.vue'),
      meta: { title: { 'zh-CN': '添加奖品', en: 'New reward' }, permission: manage },
    },
    {
      path: 'points/rewards/:id',
      name: 'points-reward',
      component: () => import('./pages/RewardPage.vue'),
      props: true,
      meta: { title: rewardsTitle, permission: read },
    },
    {
      path: 'points/redemptions',
      name: 'points-redemptions',
      component: () => import('./pages/RedemptionsPage.vue'),
      meta: { title: redemptionsTitle, permission: read },
    },
  ],
  menu: [
    {
      title: rewardsTitle,
      icon: Present,
      group: 'points',
      order: 20,
      to: 'points-rewards',
      permission: read,
      shortcut: 'g w',
    },
    { title: redemptionsTitle, icon: Van, group: 'points', order: 30, to: 'points-redemptions', permission: read },
  ],
  locales: { 'zh-CN': () => import('./locales/zh-CN'), en: () => import('./locales/en') },
});
