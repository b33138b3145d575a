/**
 * The set of icons that tiers choose from: the data of a tier names one. Each is drawn with a round pen on 24 x 24. A name that
 * is not known, from an import perhaps, is drawn as a star.
 */
export const TIER_ICONS = {
  user: 'M16 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0ZM4 21c.4-4.3 3.7-6.5 8-6.5s7.6 2.2 8 6.5',
  leaf: 'M5 19C4.5 10 10 5 19.5 4.5 19 14 14 19.5 5 19Zm0 0 8-8',
  star: 'm12 3.5 2.6 5.4 5.9.8-4.3 4.1 1.1 5.9L12 16.9l-5.3 2.8 1.1-5.9-4.3-4.1 5.9-.8Z',
  heart: 'M12 20S4 14.5 4 9a4 4 0 0 1 8-1 4 4 0 0 1 8 1c0 5.5-8 11-8 11Z',
  flame: 'M12 3c.5 4 5.5 5.5 5.5 11a5.5 5.5 0 0 1-11 0c0-2.2 1.2-3.7 2.3-5 .3 1.5.9 2.3 1.9 2.7C10.5 9 10.5 6 12 3Z',
  sun: 'M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0ZM12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4',
  medal: 'M17 15a5 5 0 1 1-10 0 5 5 0 0 1 10 0ZM8.8 11 5.5 3.5h4L12 9l2.5-5.5h4L15.2 11',
  shield: 'm12 3 7.5 2.5V11c0 4.7-3 8-7.5 10-4.5-2-7.5-5.3-7.5-10V5.5Z',
  trophy: 'M7 4h10v6a5 5 0 0 1-10 0ZM7 6H4c0 3 1 4.5 3.4 4.8M17 6h3c0 3-1 4.5-3.4 4.8M12 15v5M8 20.5h8',
  crown: 'M5 19h14M4.5 15.5 3 7l5 3.5L12 4l4 6.5L21 7l-1.5 8.5Z',
  diamond: 'M7 4.5h10l4 5-9 10.5L3 9.5ZM3 9.5h18M9 9.5l3 10.5 3-10.5-3-5Z',
  rocket:
    'M12 15.5c5-3 7-7 6.5-11C14.5 4 10.5 6 7.5 11l-3 .5L4 14l3 1 2 2 1 3 2.5-.5ZM15 10a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0Z',
} as const;
export type TierIconName = keyof typeof TIER_ICONS;

export function tierIconPath(name: string): string {
  return name in TIER_ICONS ? TIER_ICONS[name as TierIconName] : TIER_ICONS.star;
}
