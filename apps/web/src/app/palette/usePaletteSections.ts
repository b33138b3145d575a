import type { Component } from 'vue';
import { computed, ref, watch, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRouter } from 'vue-router';
import type { LocalText, SearchHit, SearchProvider } from '../../shared/feature';
import type { Locale } from '../../shared/preferences/preferences';
import { useSession } from '../../shared/session/session.store';
import { features } from '../features';
import { menuFor } from '../menu';
import { matching } from './match';

export interface PaletteEntry {
  id: string;
  title: string;
  detail?: string;
  icon?: Component;
  shortcut?: string;
  run: () => unknown;
}
export interface PaletteSection {
  title: string;
  entries: PaletteEntry[];
}
export interface PaletteAction {
  id: string;
  name: LocalText;
  run: () => unknown;
}

const PAUSE_MS = 180;
interface Found {
  provider: SearchProvider;
  hits: SearchHit[];
}

/** What the palette offers for the words: records that features can find, pages of the menu, actions of the shell. */
export function usePaletteSections(words: Ref<string>, actions: PaletteAction[]) {
  const { t, locale } = useI18n();
  const router = useRouter();
  const { can } = useSession();
  const { found, isSearching, error } = useRecordSearch(words, can);
  const named = (text: LocalText) => text[locale.value as Locale];

  const pages = computed<PaletteEntry[]>(() =>
    matching(
      menuFor(can).flatMap(({ items }) => items),
      words.value,
      ({ title }) => Object.values(title),
    ).map((item) => ({
      id: `page-${item.to}`,
      title: named(item.title),
      icon: item.icon,
      shortcut: item.shortcut,
      run: () => router.push({ name: item.to }),
    })),
  );
  const acts = computed<PaletteEntry[]>(() =>
    matching(actions, words.value, ({ name }) => Object.values(name)).map(({ id, name, run }) => ({
      id: `action-${id}`,
      title: named(name),
      run,
    })),
  );
  const records = computed<PaletteSection[]>(() =>
    found.value.map(({ provider, hits }) => ({
      title: named(provider.title),
      entries: hits.map(({ id, title, detail, to }) => ({
        id: `hit-${id}`,
        title,
        detail,
        run: () => router.push(to),
      })),
    })),
  );
  const sections = computed(() =>
    [
      { title: t('palette.pages'), entries: pages.value },
      ...records.value,
      { title: t('palette.actions'), entries: acts.value },
    ].filter(({ entries }) => entries.length > 0),
  );
  return { sections, isSearching, error };
}

/** Asks every permitted provider after a pause; words typed meanwhile cancel the question before. */
function useRecordSearch(words: Ref<string>, can: (permission: string) => boolean) {
  const providers = features.flatMap(({ search }) => search ?? []).filter(({ permission }) => can(permission));
  const found = ref<Found[]>([]);
  const isSearching = ref(false);
  const error = ref<unknown>(null);

  watch(words, async (now, _before, onCleanup) => {
    const cancel = new AbortController();
    onCleanup(() => cancel.abort());
    error.value = null;
    const wanted = now.trim();
    isSearching.value = wanted !== '' && providers.length > 0;
    if (!isSearching.value) return (found.value = []);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    if (cancel.signal.aborted) return;
    try {
      const answers = providers.map(async (provider) => ({
        provider,
        hits: await provider.search(wanted, cancel.signal),
      }));
      const all = await Promise.all(answers);
      if (!cancel.signal.aborted) found.value = all.filter(({ hits }) => hits.length > 0);
    } catch (problem) {
      if (cancel.signal.aborted) return;
      found.value = [];
      error.value = problem;
    } finally {
      if (!cancel.signal.aborted) isSearching.value = false;
    }
  });
  return { found, isSearching, error };
}
