/**
 * Keyboard shortcuts, written 'mod+k' (Ctrl, or Command on a Mac), '?', '/', or 'g s' for keys pressed one after the
 * other. A combination of a plain letter and a modifier that was not asked for never matches.
 */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

const SEQUENCE_MS = 1000;

/** Whether one key press is the step: 'mod+k', 'escape', '?', 'g'. */
export function isStep(press: KeyPress, step: string): boolean {
  const wantsMod = step.startsWith('mod+');
  const wanted = wantsMod ? step.slice(4) : step;
  const hasMod = press.ctrlKey || press.metaKey;
  return press.key.toLowerCase() === wanted && hasMod === wantsMod && !press.altKey;
}

/** Follows the presses and answers with the shortcuts that are complete. Time is passed in, in milliseconds. */
export function createShortcutReader(shortcuts: () => readonly string[]) {
  let pending: string[] = [];
  let lastAt = Number.NEGATIVE_INFINITY;

  return function read(press: KeyPress, at: number): string[] {
    const earlier = at - lastAt <= SEQUENCE_MS ? pending : [];
    lastAt = at;
    const steps = shortcuts().map((shortcut) => ({ shortcut, steps: shortcut.split(' ') }));
    const complete = steps.filter(({ steps }) => isComplete(steps, earlier, press)).map(({ shortcut }) => shortcut);
    pending = complete.length ? [] : [press.key.toLowerCase()];
    return complete;
  };
}

function isComplete(steps: string[], earlier: string[], press: KeyPress): boolean {
  const last = steps.at(-1) ?? '';
  const before = steps.slice(0, -1);
  return isStep(press, last) && before.every((step, index) => earlier[index] === step);
}

/** ['Ctrl', 'K'] for drawing key caps. */
export function keyCaps(shortcut: string, isMac: boolean): string[] {
  return shortcut.split(/[ +]/).map((key) => {
    if (key === 'mod') return isMac ? '⌘' : 'Ctrl';
    return key.length === 1 ? key.toUpperCase() : key.charAt(0).toUpperCase() + key.slice(1);
  });
}
