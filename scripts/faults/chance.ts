/** Chance that can be had again: the same seed gives the same rolls. */
export interface Chance {
  /** From 0 to just below 1. */
  roll(): number;
  between(least: number, most: number): number;
  one<Value>(values: readonly Value[]): Value;
}

/** Mulberry32: small, and random enough to choose moments. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number) => least + Math.floor(roll() * (most - least + 1));
  return { roll, between, one: (values) => values[between(0, values.length - 1)]! };
}
