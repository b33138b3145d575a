import type { RouteLocationRaw } from 'vue-router';
import { MENU_GROUPS } from '../shared/feature';
import { features } from './features';
import type { MenuGroup } from './current-item';

type Can = (permission: string) => boolean;

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
