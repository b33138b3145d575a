import type { Component } from 'vue';
import type { RouteLocationRaw, RouteRecordRaw } from 'vue-router';
import type { Locale } from './preferences/preferences';

/** A short text in every language, for what the shell shows before a feature's own messages are loaded. */
export type LocalText = Record<Locale, string>;

export interface Messages {
  [key: string]: string | Messages;
}

export const MENU_GROUPS = ['operate', 'data', 'system'] as const;

export interface MenuItem {
  title: LocalText;
  icon: Component;
  group: (typeof MENU_GROUPS)[number];
  /** Smaller comes first within the group; leave gaps of ten. */
  order: number;
  /** Name of the route it opens. */
  to: string;
  /** Who sees it. */
  permission: string;
  /** Keys pressed one after the other, such as 'g s'. */
  shortcut?: string;
}

/** One hit of the command palette. */
export interface SearchHit {
  id: string;
  title: string;
  detail?: string;
  to: RouteLocationRaw;
}

/** A kind of record that the command palette can find. */
export interface SearchProvider {
  title: LocalText;
  permission: string;
  search(words: string, signal: AbortSignal): Promise<SearchHit[]>;
}

export interface Feature {
  name: string;
  routes: RouteRecordRaw[];
  menu?: MenuItem[];
  search?: SearchProvider[];
  /** A small control in the top bar, such as a bell; give it an async component. */
  topBar?: { component: Component; permission: string };
  /** The feature's messages, loaded before its first page opens; keys sit under the feature's name. */
  locales?: Record<Locale, () => Promise<{ default: Messages }>>;
}

/**
 * What a feature's `index.ts` exports. Each route says its `meta.title` and `meta.permission`; the feature's name is
 * added here, so that the router knows whose messages a page needs.
 */
export function defineFeature(feature: Feature): Feature {
  const routes = feature.routes.map((route) => ({ ...route, meta: { ...route.meta, feature: feature.name } }));
  return { ...feature, routes: routes as RouteRecordRaw[] };
}

declare module 'vue-router' {
  interface RouteMeta {
    title?: LocalText;
    /** Code needed to see the page; absent only on pages for everyone signed in. */
    permission?: string;
    /** Open without signing in. */
    isPublic?: boolean;
    feature?: string;
  }
}
