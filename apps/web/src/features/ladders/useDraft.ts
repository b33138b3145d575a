import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue';
import { isSame, type Ladder, type Terms } from './model';

/** What is being edited. */
export interface LadderDraft {
  name: string;
  terms: Terms;
}

const PAUSE_MS = 350;
const MOST_STEPS = 100;

/**
 * The draft on the screen beside the one on the server: what is typed settles after a pause, which makes a step that can be
 * undone and the terms that are checked. A newer draft of somebody else does not wipe out what is being typed.
 */
export function useDraft(ladder: Ref<Ladder | undefined>) {
  const draft = ref<LadderDraft | null>(null);
  /** The draft that the screen began with. */
  const began = shallowRef<Ladder | null>(null);
  const settled = shallowRef('');
  const steps = shallowRef<string[]>([]);
  const checked = computed(() => (settled.value ? (JSON.parse(settled.value) as LadderDraft).terms : null));
  const isChanged = computed(
    () =>
      draft.value !== null &&
      began.value !== null &&
      !isSame(draft.value, { name: began.value.name, terms: began.value.terms }),
  );
  const canUndo = computed(
    () => isChanged.value && (steps.value.length > 0 || JSON.stringify(draft.value) !== settled.value),
  );

  watch(ladder, (newest) => newest && !isChanged.value && begin(newest), { immediate: true });

  let timer: ReturnType<typeof setTimeout> | undefined;
  onScopeDispose(() => clearTimeout(timer));
  watch(
    draft,
    () => {
      clearTimeout(timer);
      timer = setTimeout(settle, PAUSE_MS);
    },
    { deep: true },
  );

  function settle() {
    const now = JSON.stringify(draft.value);
    if (now === settled.value) return;
    steps.value = [...steps.value, settled.value].slice(-MOST_STEPS);
    settled.value = now;
  }

  /** Takes a draft of the server, and forgets what was typed. */
  function begin({ name, terms, ...rest }: Ladder) {
    const now = JSON.stringify({ name, terms });
    began.value = { name, terms, ...rest };
    draft.value = JSON.parse(now) as LadderDraft;
    settled.value = now;
    steps.value = [];
  }

  function undo() {
    const isSettled = JSON.stringify(draft.value) === settled.value;
    const before = isSettled ? steps.value.at(-1) : settled.value;
    if (!before) return;
    if (isSettled) steps.value = steps.value.slice(0, -1);
    settled.value = before;
    draft.value = JSON.parse(before) as LadderDraft;
  }

  const revert = () => began.value && begin(began.value);
  return { draft, began, checked, isChanged, canUndo, begin, undo, revert };
}
