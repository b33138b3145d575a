import type { LocalText } from '../../shared/feature';
import type { Theme } from '../../shared/preferences/preferences';

/** The three appearances as actions, found by either language. */
export const themeNames: Record<Theme, LocalText> = {
  light: { 'zh-CN': '外观：浅色', en: 'Appearance: light' },
  dark: { 'zh-CN': '外观：深色', en: 'Appearance: dark' },
  system: { 'zh-CN': '外观：跟随系统', en: 'Appearance: system' },
};
