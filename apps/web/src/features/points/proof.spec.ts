import { describe, expect, it } from '@jest/globals';
import { byCustomer, differencesOf, findingsOf, outcomeOf, progressOf, secondsOf, type Drift } from './proof';

const drift = (customerId: string | null, seq: number) => ({ customerId, seq, check: 'balances-run' }) as Drift;

describe('a proof of the books', () => {
  it('is clean, or not, only when it is done', () => {
    expect(outcomeOf({ status: 'done', clean: true })).toBe('clean');
    expect(outcomeOf({ status: 'done', clean: false })).toBe('drift');
    expect(outcomeOf({ status: 'queued', clean: null })).toBe('under-way');
    expect(outcomeOf({ status: 'running', clean: null })).toBe('under-way');
    expect(outcomeOf({ status: 'failed', clean: null })).toBe('failed');
  });

  it('comes along check by check', () => {
    const checks = [
      { name: 'a', findings: 0 },
      { name: 'b', findings: 3 },
      { name: 'c', findings: 2 },
    ];
    expect(progressOf({ checks, checksInAll: 15 })).toBe(20);
    expect(progressOf({ checks: [], checksInAll: 0 })).toBe(0);
    expect(findingsOf({ checks })).toBe(5);
  });

  it('names what it found by customer, most first', () => {
    const found = byCustomer([drift('a', 1), drift('b', 1), drift(null, 1), drift('b', 2)]);
    expect(found.map(({ customerId, drift: own }) => [customerId, own.length])).toEqual([
      ['b', 2],
      ['a', 1],
      [null, 1],
    ]);
  });

  it('names which of its numbers differ', () => {
    const finding = { ...drift('a', 1), check: 'account-equals-lots', expected: '90 0 5', found: '80 0 7' };
    expect(differencesOf(finding)).toEqual([
      { part: 'balance', expected: '90', found: '80' },
      { part: 'held', expected: '5', found: '7' },
    ]);
    expect(differencesOf({ ...finding, check: 'hashes-chain', expected: 'ab', found: 'cd' })).toEqual([
      { part: null, expected: 'ab', found: 'cd' },
    ]);
    expect(differencesOf({ ...finding, found: null })).toEqual([{ part: null, expected: '90 0 5', found: '—' }]);
  });

  it('tells how long it took as people compare it', () => {
    expect([12, 940, 9_940, 61_400].map(secondsOf)).toEqual(['0.1', '0.9', '9.9', '61']);
  });
});
