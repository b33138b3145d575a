import { useI18n } from 'vue-i18n';
import { useRouter } from 'vue-router';
import { useShortcut } from '../../shared/composables/useShortcut';
import type { Locale } from '../../shared/preferences/preferences';
import { useSession } from '../../shared/session/session.store';
import { menuFor } from '../menu';

/** The keys of the menu (`g s`), as long as the shell is on screen. */
export function usePageShortcuts(): void {
  const { t, locale } = useI18n();
  const router = useRouter();
  for (const item of menuFor(useSession().can).flatMap(({ items }) => items)) {
    if (!item.shortcut) continue;
    const title = () => t('app.goTo', { page: item.title[locale.value as Locale] });
    useShortcut(item.shortcut, title, () => void router.push({ name: item.to }));
  }
}
