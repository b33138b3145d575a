import { createRouter, createWebHistory } from 'vue-router';
import { reportProblem } from '../shared/problems/problems';
import { useSession } from '../shared/session/session.store';
import { features } from './features';
import { loadFeatureMessages } from './i18n/i18n';
import { homeRoute } from './menu';
import HomePage from './pages/HomePage.vue';
import { returnAddress } from './session/return-address';
import { freshLoad, isStaleBuild } from './stale-build';

const SIGN_IN = 'sign-in';
const NEW_PASSWORD = 'new-password';

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    {
      path: '/sign-in',
      name: SIGN_IN,
      component: () => import('./session/SignInPage.vue'),
      meta: { isPublic: true, title: { 'zh-CN': '登录', en: 'Sign in' } },
    },
    {
      path: '/new-password',
      name: NEW_PASSWORD,
      component: () => import('./session/NewPasswordPage.vue'),
      meta: { title: { 'zh-CN': '设置新密码', en: 'Choose a password' } },
    },
    {
      path: '/',
      component: () => import('./layout/AppLayout.vue'),
      children: [
        { path: '', name: 'home', component: HomePage },
        ...features.flatMap(({ routes }) => routes),
        {
          path: ':rest(.*)*',
          name: 'not-found',
          component: () => import('./pages/NotFoundPage.vue'),
          meta: { title: { 'zh-CN': '页面不存在', en: 'Page not found' } },
        },
      ],
    },
  ],
});

router.beforeEach(async (to) => {
  const session = useSession();
  await session.restore();
  if (session.restoreProblem) return false;
  if (to.meta.isPublic) return session.staff ? returnAddress(to.query.to) : true;
  const back = to.path === '/' ? {} : { to: to.fullPath };
  if (!session.staff) return { name: SIGN_IN, query: back };
  if (to.name === NEW_PASSWORD) return session.staff.mustChangePassword ? true : returnAddress(to.query.to);
  if (session.staff.mustChangePassword) return { name: NEW_PASSWORD, query: back };
  if (to.name === 'home') return homeRoute(session.can) ?? true;
  return true;
});

router.beforeResolve(async (to) => {
  const shown = features.filter(
    ({ name, customerPage }) => name === to.meta.feature || (to.meta.showsCustomerParts && customerPage),
  );
  await Promise.all(shown.map(loadFeatureMessages));
});

router.onError((error: unknown, to) => {
  if (isStaleBuild(error) && freshLoad(to.fullPath)) return;
  reportProblem(error);
});
