import type { RouteLocationRaw } from 'vue-router';
import { MENU_GROUPS, type MenuItem } from '../shared/feature';
import { features } from './features';

type Can = (permission: string) => boolean;

export interface MenuGroup {
  name: (typeof MENU_GROUPS)[number];
  items: MenuItem[];
}

/** The menu of someone with these permissions; groups without an item are left out. */
export function menuFor(can: Can): MenuGroup[] {
  const items = features.flatMap(({ menu }) => menu ?? []).filter(({ permission }) => can(permission));
  return MENU_GROUPS.map((name) => ({
    name,
    items: items.filter(({ group }) => group === name).sort((one, other) => one.order - other.order),
  })).filter(({ items }) => items.length > 0);
}

/** The first page of the menu is the start page. */
export function homeRoute(can: Can): RouteLocationRaw | null {
  const first = menuFor(can)[0]?.items[0];
  return first ? { name: first.to } : null;
}

/** The item whose page holds this path: the one with the longest path above it. */
export function currentItem(groups: MenuGroup[], path: string, pathOf: (to: string) => string): string | null {
  const above = groups
    .flatMap(({ items }) => items.map(({ to }) => ({ to, base: pathOf(to) })))
    .filter(({ base }) => path === base || path.startsWith(`${base}/`))
    .sort((one, other) => other.base.length - one.base.length);
  return above[0]?.to ?? null;
}
