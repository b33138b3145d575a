import { describe, expect, it } from '@jest/globals';
import type { ImportKind } from './model';
import { sampleOf } from './samples';

const kind = {
  kind: 'tiers',
  fields: [
    { name: 'externalId', synonyms: ['编号', 'id'] },
    { name: 'tier', synonyms: ['等级', 'tier'] },
    { name: 'validUntil', synonyms: ['有效期至', 'valid until'] },
    { name: 'attributes.*', synonyms: [] },
  ],
} as unknown as ImportKind;

describe('a sample file', () => {
  const today = new Date('2026-11-22T04:00:00Z');

  it('has the titles that mean its columns, in the language of the reader', () => {
    expect(sampleOf(kind, 'zh-CN', today)).toBe(
      '\ufeff编号,等级,有效期至,手机号\n1001,金卡,2027-12-31,13800138000\n1002,银卡,,13900139000\n',
    );
    expect(sampleOf(kind, 'en', today)).toBe(
      '\ufeffid,tier,valid until,phone\n1001,Gold,2027-12-31,13800138000\n1002,Silver,,13900139000\n',
    );
  });
});
