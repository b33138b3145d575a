import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config';

const url = { DATABASE_URL: 'postgres://localhost/siyu' };

describe('configuration', () => {
  it('has a sensible value for everything but the database', () => {
    expect(readConfig(url)).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      timeZone: 'Asia/Shanghai',
      currency: 'CNY',
    });
    expect(() => readConfig({})).toThrow('DATABASE_URL');
  });

  it('prints sign-in codes while developing, and never in production', () => {
    const production = { ...url, NODE_ENV: 'production' };
    expect(readConfig(url).memberCodeSender).toBe('console');
    expect(readConfig(production).memberCodeSender).toBe('none');
    expect(() => readConfig({ ...production, MEMBER_CODE_SENDER: 'console' })).toThrow('MEMBER_CODE_SENDER');
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['DATABASE_POOL_SIZE', '-1'],
    ['TIME_ZONE', 'Middle/Earth'],
    ['RATE_LIMIT_MEMBER', 'many'],
    ['MEMBER_CODE_SENDER', 'pigeon'],
    ['WECHAT_MINI_APP_ID', 'wx0000000000000001'],
  ])('names the variable %s when it is %s', (name, value) => {
    expect(() => readConfig({ ...url, [name]: value })).toThrow(name);
  });
});
