import { describe, expect, it } from '@jest/globals';
import { randomOf } from './random';

const COUNT = 20_000;

function sample(draw: (random: ReturnType<typeof randomOf>) => number): { mean: number; variance: number } {
  const random = randomOf(1, 2);
  const values = Array.from({ length: COUNT }, () => draw(random));
  const mean = values.reduce((sum, value) => sum + value, 0) / COUNT;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / COUNT };
}

describe('repeatable chance', () => {
  it('repeats itself for the same seed and stream, and for no other', () => {
    const five = (seed: number, stream: number) => {
      const random = randomOf(seed, stream);
      return Array.from({ length: 5 }, () => random.next());
    };
    expect(five(7, 3)).toEqual(five(7, 3));
    expect(five(7, 3)).not.toEqual(five(7, 4));
    expect(five(7, 3)).not.toEqual(five(8, 3));
    expect(five(3, 7)).not.toEqual(five(7, 3));
  });

  it('draws evenly from 0 to 1', () => {
    const { mean, variance } = sample((random) => random.next());
    expect(mean).toBeCloseTo(1 / 2, 1);
    expect(variance).toBeCloseTo(1 / 12, 2);
  });

  it.each([0.4, 1, 3.5])('draws gamma with mean and variance of its shape %p', (shape) => {
    const { mean, variance } = sample((random) => random.gamma(shape));
    expect(mean / shape).toBeCloseTo(1, 1);
    expect(variance / shape).toBeGreaterThan(0.9);
    expect(variance / shape).toBeLessThan(1.1);
  });

  it('draws beta with mean a / (a + b)', () => {
    expect(sample((random) => random.beta(0.8, 2.4)).mean).toBeCloseTo(0.25, 1);
  });

  it('draws exponential with mean and variance 1', () => {
    const { mean, variance } = sample((random) => random.exponential());
    expect(mean).toBeCloseTo(1, 1);
    expect(variance).toBeGreaterThan(0.9);
    expect(variance).toBeLessThan(1.1);
  });

  it('draws in proportion to the weights and never what weighs nothing', () => {
    const random = randomOf(5, 5);
    const counts = [0, 0, 0];
    for (let draw = 0; draw < COUNT; draw += 1) counts[random.weighted([3, 0, 1])]! += 1;
    expect(counts[1]).toBe(0);
    expect(counts[0]! / COUNT).toBeCloseTo(0.75, 1);
  });
});
