import { describe, expect, it } from '@jest/globals';
import { DEFAULT_PREFERENCES, parsePreferences } from './preferences';

describe('preferences', () => {
  it('start Chinese, in the colours of the system, with an open menu', () => {
    expect(parsePreferences(null)).toEqual({ locale: 'zh-CN', theme: 'system', menuCollapsed: false });
  });

  it('come back as they were saved', () => {
    const chosen = { locale: 'en', theme: 'dark', menuCollapsed: true } as const;
    expect(parsePreferences(JSON.stringify(chosen))).toEqual(chosen);
  });

  it.each(['{broken', 'null', '7', '{"locale":"fr","theme":"pink","menuCollapsed":"yes"}'])(
    'fall back to the default when %s was saved',
    (saved) => {
      expect(parsePreferences(saved)).toEqual(DEFAULT_PREFERENCES);
    },
  );

  it('keep what can be read when one of them is broken', () => {
    expect(parsePreferences('{"locale":"en","theme":"pink"}')).toEqual({ ...DEFAULT_PREFERENCES, locale: 'en' });
  });
});
