/** What a person chose for this browser, as it lies in localStorage. `public/theme.js` reads `theme` before all else. */
export const LOCALES = ['zh-CN', 'en'] as const;
export const THEMES = ['light', 'dark', 'system'] as const;
export type Locale = (typeof LOCALES)[number];
export type Theme = (typeof THEMES)[number];

export interface Preferences {
  locale: Locale;
  theme: Theme;
  menuCollapsed: boolean;
}

export const DEFAULT_PREFERENCES: Preferences = { locale: 'zh-CN', theme: 'system', menuCollapsed: false };

/** Reads what was saved; whatever is missing, unknown or broken falls back to the default, each by itself. */
export function parsePreferences(saved: string | null): Preferences {
  const raw = asObject(saved);
  return {
    locale: LOCALES.find((each) => each === raw.locale) ?? DEFAULT_PREFERENCES.locale,
    theme: THEMES.find((each) => each === raw.theme) ?? DEFAULT_PREFERENCES.theme,
    menuCollapsed: raw.menuCollapsed === true,
  };
}

function asObject(saved: string | null): Partial<Record<keyof Preferences, unknown>> {
  try {
    const value: unknown = JSON.parse(saved ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
