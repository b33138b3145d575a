/**
 * Chance that can be repeated: the same seed and stream give the same numbers on every machine. Each demo customer has a
 * stream of her own, so that she stays the same whatever number of customers is asked for.
 */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Whole number from 0 to below `bound`. */
  below(bound: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** Index drawn in proportion to the weights. */
  weighted(weights: readonly number[]): number;
  /** Exponential with mean 1. */
  exponential(): number;
  normal(): number;
  /** Gamma with the given shape and scale 1. */
  gamma(shape: number): number;
  beta(a: number, b: number): number;
}

/**
 * Mixes two numbers into one of 32 bits that shows no pattern of either (the finisher of MurmurHash3, public domain).
 */
export function mix(seed: number, stream: number): number {
  let hash = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(stream + 1, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Chris Doty-Humphrey's sfc32: three words of state and a counter, period of at least 2^32. */
function sfc32(seed: number, stream: number): () => number {
  let [a, b, c, counter] = [mix(seed, stream), mix(stream, seed), mix(seed ^ 0x5bd1e995, ~stream), 1];
  const step = () => {
    const sum = (a + b + counter++) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round += 1) step();
  return step;
}

export function randomOf(seed: number, stream: number): Random {
  const word = sfc32(seed, stream);
  const next = () => word() / 2 ** 32;
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const gamma = (shape: number): number =>
    shape < 1 ? gamma(shape + 1) * (1 - next()) ** (1 / shape) : marsaglia(shape, next, normal);
  const weighted = (weights: readonly number[]) => {
    let sum = 0;
    for (const weight of weights) sum += weight;
    let rest = next() * sum;
    for (let index = 0; index < weights.length; index += 1) if ((rest -= weights[index]!) < 0) return index;
    return weights.findLastIndex((weight) => weight > 0);
  };
  const beta = (a: number, b: number) => {
    const [x, y] = [gamma(a), gamma(b)];
    return x / (x + y);
  };
  return {
    next,
    below: (bound) => Math.floor(next() * bound),
    chance: (probability) => next() < probability,
    pick: (items) => items[Math.floor(next() * items.length)]!,
    weighted,
    exponential: () => -Math.log(1 - next()),
    normal,
    gamma,
    beta,
  };
}

/** Marsaglia and Tsang, "A simple method for generating gamma variables" (2000), for shapes from 1. */
function marsaglia(shape: number, next: () => number, normal: () => number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
