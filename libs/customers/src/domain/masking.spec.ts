import { describe, expect, it } from '@jest/globals';
import { maskIdentity } from './masking';

describe('an identity as it is shown', () => {
  it.each([
    ['phone', '+8613800138000', '138****8000'],
    ['phone', '+442079460958', '+44****0958'],
    ['phone', '+862158888888', '+86****8888'],
    ['phone', '+290123456', '+29****56'],
    ['email', 'zhangwei@example.com', 'z***@example.com'],
    ['email', '𠮷田@example.com', '𠮷***@example.com'],
  ])('covers the middle of the %s %s', (type, value, shown) => {
    expect(maskIdentity({ type, value })).toEqual({ type, value: shown, masked: true });
  });

  it.each(['member_no', 'card_no', 'openid', 'online_retail_id'])('shows a %s as it is', (type) => {
    expect(maskIdentity({ type, value: '13800138000' })).toEqual({ type, value: '13800138000', masked: false });
  });
});
