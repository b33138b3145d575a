/** The tokens that charts draw with, as colours of the scheme on screen. */
export interface ChartColours {
  isDark: boolean;
  ink: string;
  inkSoft: string;
  inkFaint: string;
  line: string;
  surface: string;
  accent: string;
  /** Eight series, told apart with any colour vision. */
  series: string[];
  /** One hue from nothing to much. */
  ramp: string[];
}

/** `isDark` is passed in so that a computed option depends on it: the styles themselves are not reactive. */
export function readChartColours(isDark: boolean): ChartColours {
  const styles = getComputedStyle(document.documentElement);
  const token = (name: string) => styles.getPropertyValue(`--${name}`).trim();
  const tokens = (name: string, count: number) =>
    Array.from({ length: count }, (_, index) => token(`${name}-${index + 1}`));
  return {
    isDark,
    ink: token('ink'),
    inkSoft: token('ink-soft'),
    inkFaint: token('ink-faint'),
    line: token('line'),
    surface: token('surface'),
    accent: token('accent'),
    series: tokens('chart', 8),
    ramp: tokens('ramp', 5),
  };
}
