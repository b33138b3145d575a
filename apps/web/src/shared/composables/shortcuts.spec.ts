import { describe, expect, it } from '@jest/globals';
import { createShortcutReader, isStep, keyCaps, type KeyPress } from './shortcuts';

const press = (key: string, modifiers: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...modifiers,
});

describe('shortcuts', () => {
  it('take Ctrl and Command alike', () => {
    expect(isStep(press('k', { ctrlKey: true }), 'mod+k')).toBe(true);
    expect(isStep(press('K', { metaKey: true }), 'mod+k')).toBe(true);
    expect(isStep(press('k'), 'mod+k')).toBe(false);
  });

  it('leave combinations of the browser alone', () => {
    expect(isStep(press('g', { ctrlKey: true }), 'g')).toBe(false);
    expect(isStep(press('g', { altKey: true }), 'g')).toBe(false);
  });

  it('know a question mark whatever keys it takes', () => {
    expect(isStep(press('?', { shiftKey: true }), '?')).toBe(true);
  });

  it('open a page by two keys in a row', () => {
    const read = createShortcutReader(() => ['g s', 'g c']);
    expect(read(press('g'), 0)).toEqual([]);
    expect(read(press('c'), 400)).toEqual(['g c']);
  });

  it('forget the first key after a second', () => {
    const read = createShortcutReader(() => ['g s']);
    read(press('g'), 0);
    expect(read(press('s'), 1500)).toEqual([]);
  });

  it('forget the first key when another comes between', () => {
    const read = createShortcutReader(() => ['g s']);
    read(press('g'), 0);
    read(press('x'), 100);
    expect(read(press('s'), 200)).toEqual([]);
  });

  it('show key caps as the keyboard names them', () => {
    expect(keyCaps('mod+k', false)).toEqual(['Ctrl', 'K']);
    expect(keyCaps('mod+k', true)).toEqual(['⌘', 'K']);
    expect(keyCaps('g s', false)).toEqual(['G', 'S']);
  });
});
