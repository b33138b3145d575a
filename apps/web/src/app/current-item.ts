import type { MENU_GROUPS, MenuItem } from '../shared/feature';

export interface MenuGroup {
  name: (typeof MENU_GROUPS)[number];
  items: MenuItem[];
}

/** The item whose page holds this path: the one with the longest path above it. */
export function currentItem(groups: MenuGroup[], path: string, pathOf: (to: string) => string): string | null {
  const above = groups
    .flatMap(({ items }) => items.map(({ to }) => ({ to, base: pathOf(to) })))
    .filter(({ base }) => path === base || path.startsWith(`${base}/`))
    .sort((one, other) => other.base.length - one.base.length);
  return above[0]?.to ?? null;
}
