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

  it.each([
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['DATABASE_POOL_SIZE', '-1'],
    ['TIME_ZONE', 'Middle/Earth'],
  ])('names the variable %s when it is %s', (name, value) => {
    expect(() => readConfig({ ...url, [name]: value })).toThrow(name);
  });
});
