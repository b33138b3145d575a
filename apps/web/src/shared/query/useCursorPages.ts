import { computed, ref, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { choiceParam, single } from './params';

export const PAGE_SIZES = ['20', '50', '100'] as const;
const pageSize = choiceParam(PAGE_SIZES);

/**
 * Paging by cursor, kept in the address (`cursor`, `limit`). A cursor only leads onward, so the way back is a trail of
 * the cursors passed, kept with the history entry: it survives a reload and never shows in a shared link.
 */
export function useCursorPages() {
  const route = useRoute();
  const router = useRouter();
  const cursor = computed(() => single(route.query.cursor));
  const limit = computed(() => Number(pageSize.parse(single(route.query.limit)) || '50'));
  // A replaced address (a changed filter) keeps the entry's old trail: without a cursor it leads nowhere.
  const trailHere = () => (cursor.value ? readTrail() : []);
  const trail = ref(trailHere());
  watch(
    () => route.fullPath,
    () => (trail.value = trailHere()),
  );

  function go(to: string | undefined, newTrail: string[]) {
    void router.push({ query: { ...route.query, cursor: to || undefined }, state: { trail: newTrail } });
  }

  return {
    cursor,
    limit,
    /** Counted from 1; null when the page was opened by a link and its number is unknown. */
    pageNumber: computed(() => (cursor.value && trail.value.length === 0 ? null : trail.value.length + 1)),
    next: (nextCursor: string) => go(nextCursor, [...trail.value, cursor.value ?? '']),
    previous: () => go(trail.value.at(-1), trail.value.slice(0, -1)),
    first: () => go(undefined, []),
    setLimit: (size: number) =>
      void router.push({ query: { ...route.query, limit: size === 50 ? undefined : String(size), cursor: undefined } }),
  };
}

export type CursorPages = ReturnType<typeof useCursorPages>;

function readTrail(): string[] {
  const state: unknown = history.state?.trail;
  return Array.isArray(state) ? state.filter((each): each is string => typeof each === 'string') : [];
}
