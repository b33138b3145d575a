import { onScopeDispose, shallowReactive, toValue, type MaybeRefOrGetter } from 'vue';
import { createShortcutReader } from './shortcuts';

interface ActiveShortcut {
  keys: string;
  title: MaybeRefOrGetter<string>;
  run: () => void;
}

const active = shallowReactive<ActiveShortcut[]>([]);
const read = createShortcutReader(() => active.map(({ keys }) => keys));
export const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

addEventListener('keydown', (event) => {
  // A letter that an input method is still composing belongs to the word, not to us.
  if (event.isComposing || event.defaultPrevented || event.repeat) return;
  const isPlain = !event.ctrlKey && !event.metaKey;
  if (isPlain && (isTyping(event.target) || isDialogOpen())) return;
  const complete = read(event, event.timeStamp);
  // The youngest wins: a page may give a key a meaning of its own.
  const chosen = active.findLast(({ keys }) => complete.includes(keys));
  if (!chosen) return;
  event.preventDefault();
  chosen.run();
});

/** A shortcut that lives as long as the component; it shows in the list under `?` by its title. */
export function useShortcut(keys: string, title: MaybeRefOrGetter<string>, run: () => void): void {
  const shortcut = { keys, title, run };
  active.push(shortcut);
  onScopeDispose(() => {
    const index = active.indexOf(shortcut);
    if (index >= 0) active.splice(index, 1);
  });
}

/** Everything that works right now. */
export function activeShortcuts() {
  return active.map(({ keys, title }) => ({ keys, title: toValue(title) }));
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

function isDialogOpen(): boolean {
  const dialogs = document.querySelectorAll('dialog[open], [aria-modal="true"]');
  return [...dialogs].some((dialog) => dialog.getClientRects().length > 0);
}
