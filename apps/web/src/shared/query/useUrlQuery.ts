import { computed, onScopeDispose, reactive, toRaw, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { formatQuery, parseQuery, type Schema, type Values } from './params';

const PAUSE_MS = 300;

/**
 * A list's filters, kept in the address: reload, Back and a shared link all show the same rows.
 *
 * - `filters` is for inputs (`v-model="filters.q"`): it changes at once;
 * - `applied` is for the query: it is what the address says, which follows words after a pause and choices at once.
 *
 * A changed filter starts the list over: the page's `cursor` leaves the address.
 */
export function useUrlQuery<S extends Schema>(schema: S) {
  const route = useRoute();
  const router = useRouter();
  const own = route.name;
  const applied = computed(() => parseQuery(schema, route.query));
  const filters = reactive({ ...applied.value }) as Values<S>;
  const isFiltered = computed(() => Object.values(formatQuery(schema, applied.value)).some((raw) => raw !== undefined));
  let timer: ReturnType<typeof setTimeout> | undefined;

  // Back, Forward or a link within the page: the inputs follow the address.
  watch(
    () => route.query,
    () => {
      if (route.name === own && address(applied.value) !== address(filters)) Object.assign(filters, applied.value);
    },
  );

  watch(filters, () => {
    clearTimeout(timer);
    if (address(filters) === address(applied.value)) return;
    if (changedNames().every((name) => schema[name]?.debounced)) timer = setTimeout(() => write('replace'), PAUSE_MS);
    else write('push');
  });
  onScopeDispose(() => clearTimeout(timer));

  function address(values: Values<S>): string {
    return JSON.stringify(formatQuery(schema, toRaw(values)));
  }

  function changedNames(): string[] {
    const now = formatQuery(schema, filters);
    const before = formatQuery(schema, applied.value);
    return Object.keys(schema).filter((name) => now[name] !== before[name]);
  }

  function write(how: 'push' | 'replace') {
    if (route.name !== own) return;
    void router[how]({ query: { ...route.query, ...formatQuery(schema, filters), cursor: undefined } });
  }

  function reset() {
    Object.assign(filters, parseQuery(schema, {}));
  }

  return { filters, applied, isFiltered, reset };
}
