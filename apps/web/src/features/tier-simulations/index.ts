import { DataAnalysis, TrendCharts } from '@element-plus/icons-vue';
import { defineFeature } from '../../shared/feature';
import { simulationsPermissions } from './model';

const simulations = { 'zh-CN': '升降模拟', en: 'Simulations' };
const distribution = { 'zh-CN': '等级分布', en: 'Distribution' };
const { read } = simulationsPermissions;

export const tierSimulations = defineFeature({
  name: 'tier-simulations',
  routes: [
    {
      path: 'tiers/simulations',
      name: 'tier-simulations',
      component: () => import('./pages/SimulationsPage.vue'),
      meta: { title: simulations, permission: read },
    },
    {
      path: 'tiers/simulations/:simulationId',
      name: 'tier-simulation',
      component: () => import('./pages/SimulationPage.vue'),
      props: true,
      meta: { title: { 'zh-CN': '模拟结果', en: 'Simulation' }, permission: read },
    },
    {
      path: 'tiers/distribution',
      name: 'tier-distribution',
      component: () => import('./pages/DistributionPage.vue'),
      meta: { title: distribution, permission: read },
    },
  ],
  menu: [
    { title: simulations, icon: DataAnalysis, group: 'tiers', order: 20, to: 'tier-simulations', permission: read },
    { title: distribution, icon: TrendCharts, group: 'tiers', order: 30, to: 'tier-distribution', permission: read },
  ],
  locales: { 'zh-CN': () => import('./locales/zh-CN'), en: () => import('./locales/en') },
});
