import { watch } from 'vue';
import { createI18n } from 'vue-i18n';
import type { Feature, Messages } from '../../shared/feature';
import type { Locale } from '../../shared/preferences/preferences';
import { usePreferences } from '../../shared/preferences/preferences.store';

type Loader = () => Promise<{ default: Messages }>;

const own: Record<Locale, Loader> = {
  'zh-CN': () => import('./locales/zh-CN'),
  en: () => import('./locales/en'),
};

export const i18n = createI18n({ legacy: false, locale: 'zh-CN', fallbackLocale: 'zh-CN', messages: {} });

const inUse: Record<Locale, Loader>[] = [own];
const loaded = new Set<Loader>();

/** Brings a feature's messages in the language of the screen; called before its first page opens. */
export async function loadFeatureMessages(feature: Feature | undefined): Promise<void> {
  if (!feature?.locales) return;
  if (!inUse.includes(feature.locales)) inUse.push(feature.locales);
  await load(feature.locales, usePreferences().saved.locale);
}

/** Follows the chosen language: messages first, then the switch, so that no key ever shows instead of its text. */
export async function startLanguage(): Promise<void> {
  const preferences = usePreferences();
  const speak = async (locale: Locale) => {
    await Promise.all(inUse.map((loaders) => load(loaders, locale)));
    i18n.global.locale.value = locale;
    document.documentElement.lang = locale;
  };
  watch(
    () => preferences.saved.locale,
    (locale) => void speak(locale),
  );
  await speak(preferences.saved.locale);
}

async function load(loaders: Record<Locale, Loader>, locale: Locale): Promise<void> {
  const loader = loaders[locale];
  if (loaded.has(loader)) return;
  const { default: messages } = await loader();
  i18n.global.mergeLocaleMessage(locale, messages);
  loaded.add(loader);
}
