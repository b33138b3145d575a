import type { Component, InjectionKey } from 'vue';
import type { RouteLocationRaw, RouteRecordRaw } from 'vue-router';
import type { Locale } from './preferences/preferences';

/** A short text in every language, for what the shell shows before a feature's own messages are loaded. */
export type LocalText = Record<Locale, string>;

export interface Messages {
  [key: string]: string | Messages;
}

export const MENU_GROUPS = ['operate', 'tiers', 'points', 'data', 'system'] as const;

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
  /** A small count beside the title, such as what waits; give it an async component. */
  badge?: Component;
}

/** What a feature adds to the page of a customer; give it async components, they get the customer's `id`. */
export interface CustomerPart {
  name: string;
  title: LocalText;
  component: Component;
  permission: string;
  /** Smaller comes first; leave gaps of ten. */
  order: number;
}
export interface CustomerParts {
  /** Cards in the right column, below those of the page itself. */
  cards: CustomerPart[];
  /** Tabs beside the timeline. */
  tabs: CustomerPart[];
}

/** What other features add to the page of a customer; provided by the shell, so that features need not know each other. */
export const customerPartsKey: InjectionKey<CustomerParts> = Symbol('customer parts');

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
  customerPage?: Partial<CustomerParts>;
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
    /** Other features show parts of theirs here: their messages are wanted too. */
    showsCustomerParts?: boolean;
    feature?: string;
  }
}
