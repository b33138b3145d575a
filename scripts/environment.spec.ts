import { isAbsolute } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readEnvironment } from './environment.ts';

describe('the environment of npm start', () => {
  it('may be empty', () => {
    const { dataDir, ...rest } = readEnvironment({});
    expect(rest).toEqual({ port: 3000, host: '127.0.0.1', databaseUrl: undefined, demoData: true, role: 'all' });
    expect(isAbsolute(dataDir)).toBe(true);
  });

  it('treats an empty variable as one that is not set', () => {
    expect(readEnvironment({ PORT: '', DATABASE_URL: '', ROLE: '', DEMO_DATA: '' })).toEqual(readEnvironment({}));
  });

  it.each([
    [{ PORT: 'abc' }, /PORT is a number/],
    [{ PORT: '70000' }, /PORT is a number/],
    [{ PORT: '80.5' }, /PORT is a number/],
    [{ ROLE: 'both' }, /ROLE is all, api or worker/],
    [{ DEMO_DATA: 'no' }, /DEMO_DATA is true or false/],
  ])('refuses %j and names what is allowed', (env, message) => {
    expect(() => readEnvironment(env)).toThrow(message);
  });
});
