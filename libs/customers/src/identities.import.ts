import type { IdentityField } from '@siyu/imports';

/** How columns of a shop's file that hold an identity look; used by every kind of import whose records name a customer. */
export const identityImportFields: IdentityField[] = [
  {
    type: 'phone',
    synonyms: [
      '手机',
      '手机号',
      '手机号码',
      '联系电话',
      '电话',
      '收货人手机',
      'phone',
      'mobile',
      'phone number',
      'mobile phone',
      'tel',
    ],
    pattern: /^(\+?86[- ]?)?1[3-9]\d([- ]?\d{4}){2}$/,
  },
  {
    type: 'email',
    synonyms: ['邮箱', '电子邮箱', '电子邮件', 'email', 'e-mail', 'mail'],
    pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  },
  { type: 'unionid', synonyms: ['unionid', 'union id', '微信unionid'] },
  { type: 'openid', synonyms: ['openid', 'open id', '微信openid'] },
  { type: 'external_userid', synonyms: ['external userid', 'external user id', '企业微信客户id', '外部联系人id'] },
  { type: 'member_no', synonyms: ['会员号', '会员编号', '会员卡号', 'member no', 'member number', 'member id'] },
  { type: 'card_no', synonyms: ['卡号', 'card no', 'card number'] },
  {
    type: 'marketplace_id',
    synonyms: ['买家id', '买家会员名', '买家昵称', '买家账号', 'buyer id', 'buyer', 'marketplace id'],
  },
  // Two shops' own numbers must never meet, so the type carries the name of the source.
  {
    type: '{source}_customer_no',
    synonyms: [
      '客户编号',
      '客户号',
      '客户id',
      '用户id',
      'customer id',
      'customer no',
      'customer number',
      'user id',
      'household id',
      'customer unique id',
    ],
  },
];
