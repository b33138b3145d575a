import type { SentValueRule } from './read-rules';
import type { ValueLedger } from './rules';

/** Channels as shops in China name them. */
const WEIGHTS = [
  { channel: '门店', factor: '1.2' },
  { channel: '小程序', factor: '1.1' },
  { channel: '企业微信', factor: '1.1' },
  { channel: '天猫', factor: '0.9' },
  { channel: '京东', factor: '0.9' },
  { channel: '抖音', factor: '0.8' },
];

/** Rules to begin with; they do nothing before somebody publishes them. */
export const VALUE_TEMPLATES: Record<ValueLedger, SentValueRule[]> = {
  growth: [
    { key: 'purchase', name: '消费', on: { kind: 'order', perCents: 100 }, value: 1 },
    { key: 'sign-in', name: '每日签到', on: { kind: 'sign-in' }, value: 5, caps: { perDay: 5 } },
    {
      key: 'profile',
      name: '完善资料',
      on: { kind: 'profile-completed', fields: ['displayName', 'gender', 'birthday', 'phone'] },
      value: 50,
    },
    { key: 'referral', name: '推荐好友', on: { kind: 'referral' }, value: 100 },
    { key: 'share', name: '分享', on: { kind: 'event', type: 'share' }, value: 1, caps: { perDay: 2 } },
  ],
  'value-score': [
    { key: 'purchase', name: '消费', on: { kind: 'order', perCents: 1000 }, value: 1, weights: WEIGHTS },
    {
      key: 'visit',
      name: '浏览',
      on: { kind: 'event', type: 'page_view' },
      value: 1,
      weights: WEIGHTS,
      caps: { perDay: 10 },
    },
    {
      key: 'cart',
      name: '加购',
      on: { kind: 'event', type: 'cart.add' },
      value: 2,
      weights: WEIGHTS,
      caps: { perDay: 20 },
    },
    {
      key: 'share',
      name: '分享',
      on: { kind: 'event', type: 'share' },
      value: 5,
      weights: WEIGHTS,
      caps: { perDay: 20 },
    },
    { key: 'referral', name: '推荐好友', on: { kind: 'referral' }, value: 50 },
    { key: 'sign-in', name: '每日签到', on: { kind: 'sign-in' }, value: 1 },
    { key: 'abuse', name: '违规行为', on: { kind: 'event', type: 'abuse' }, value: -50 },
  ],
};
