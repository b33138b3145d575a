import { computed, ref, watch } from 'vue';
import { useSession } from '../session/session.store';
import { isShown, parseColumnChoice, switchColumn, type Column } from './columns';

/**
 * The columns of a table with the choice of the signed-in person, kept in this browser.
 * Give the columns as a getter so that their titles follow the language.
 */
export function useColumns<Row>(table: string, columns: () => Column<Row>[]) {
  const key = `siyu.columns.${useSession().staff?.id ?? 'nobody'}.${table}`;
  const choice = ref(parseColumnChoice(localStorage.getItem(key)));
  const all = computed(columns);

  watch(choice, (now) => {
    if (Object.keys(now).length) localStorage.setItem(key, JSON.stringify(now));
    else localStorage.removeItem(key);
  });

  return {
    all,
    visible: computed(() => all.value.filter((column) => isShown(column, choice.value))),
    isShown: (column: Column<Row>) => isShown(column, choice.value),
    toggle: (column: Column<Row>) => (choice.value = switchColumn(column, choice.value)),
    reset: () => (choice.value = {}),
    isChanged: computed(() => Object.keys(choice.value).length > 0),
  };
}
