import { describe, expect, it } from '@jest/globals';
import { readSeedOptions } from './seed-options';

const read = (...args: string[]) => readSeedOptions(args, new Date('2026-11-22T01:00:00+08:00'), 'Asia/Shanghai');

describe('arguments of the seed command', () => {
  it('ask for 20,000 customers until yesterday when nothing is said', () => {
    expect(read()).toEqual({ ifEmpty: false, customers: 20_000, seed: 7, endDay: '2026-11-21' });
  });

  it('take size, seed and last day', () => {
    const args = ['--if-empty', '--customers', '300', '--seed=9', '--end-day', '2025-01-31'];
    expect(read(...args)).toEqual({ ifEmpty: true, customers: 300, seed: 9, endDay: '2025-01-31' });
  });

  it.each([
    ['--customers', 'many'],
    ['--customers', '-3'],
    ['--customers', '3000000'],
    ['--seed', '1.5'],
    ['--end-day', '2026-02-30'],
    ['--end-day', '2026-11-22'],
    ['--force'],
    ['surplus'],
  ])('are refused with the usage: %s %s', (...args) => {
    expect(() => read(...args)).toThrow(/Usage: seed/);
  });
});
