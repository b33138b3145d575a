import { describe, expect, it } from '@jest/globals';
import { Tallies } from './tallies';

const zone = 'Asia/Shanghai';
const at = new Date('2026-11-30T15:59:59Z');
const part = (points: number) => ({ ruleId: 'r', ruleVersion: 1, name: 'r', points, steps: [] });

describe('what is used up within one transaction', () => {
  it('is seen by the next award, by day, month and life, of the same customer only', () => {
    const tallies = new Tallies([{ customerId: 'a', ruleId: 'r', period: 'life', points: 10, times: 1 }], new Map());
    tallies.take('a', at, zone, [part(5)]);
    expect(tallies.limitsOf('a', at, zone).usedOf('r')).toEqual({ day: 5, month: 5, life: 15, times: 2 });
    expect(tallies.limitsOf('a', new Date('2026-11-30T16:00:00Z'), zone).usedOf('r')).toEqual({
      day: 0,
      month: 0,
      life: 15,
      times: 2,
    });
    expect(tallies.limitsOf('b', at, zone).usedOf('r').life).toBe(0);
  });

  it('lowers the budget for everybody, where there is one', () => {
    const tallies = new Tallies([], new Map([['r', 150]]));
    tallies.take('a', at, zone, [part(100)]);
    expect(tallies.limitsOf('b', at, zone).budgetLeft('r')).toBe(50);
    expect(tallies.limitsOf('b', at, zone).budgetLeft('other')).toBeNull();
  });
});
