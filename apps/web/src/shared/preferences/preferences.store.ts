import { defineStore } from 'pinia';
import { computed, ref, watch } from 'vue';
import { parsePreferences, type Preferences } from './preferences';

const KEY = 'siyu.preferences';

/** Language, colours and menu of this browser. */
export const usePreferences = defineStore('preferences', () => {
  const saved = ref<Preferences>(parsePreferences(localStorage.getItem(KEY)));
  const systemDark = matchMedia('(prefers-color-scheme: dark)');
  const isSystemDark = ref(systemDark.matches);
  systemDark.addEventListener('change', (event) => (isSystemDark.value = event.matches));

  const isDark = computed(() => (saved.value.theme === 'system' ? isSystemDark.value : saved.value.theme === 'dark'));
  watch(isDark, (dark) => document.documentElement.classList.toggle('dark', dark), { immediate: true });
  watch(saved, (now) => localStorage.setItem(KEY, JSON.stringify(now)), { deep: true });

  return { saved, isDark };
});
