import { describe, expect, it } from '@jest/globals';
import { actsOn, conditionKindsFor, spentShare, stateOf } from './model';

describe('the state of a rule', () => {
  const now = new Date('2026-11-22T10:00:00Z');
  const from = (validFrom: string, validTo: string | null = null) =>
    stateOf({ status: 'active', validFrom, validTo }, now);

  it('is active only within its time', () => {
    expect(from('2026-11-22T10:00:00Z')).toBe('active');
    expect(from('2026-11-22T10:01:00Z')).toBe('active');
    expect(from('2026-11-22T10:01:01Z')).toBe('scheduled');
    expect(from('2026-01-01T00:00:00Z', '2026-11-22T10:00:00Z')).toBe('over');
  });

  it('is what staff made it, whatever the time', () => {
    expect(stateOf({ status: 'paused', validFrom: '2027-01-01T00:00:00Z', validTo: null }, now)).toBe('paused');
  });

  it('says what can be done with it', () => {
    expect(actsOn('draft')).toEqual(['activate', 'close']);
    expect(actsOn('active')).toEqual(['pause', 'close']);
    expect(actsOn('closed')).toEqual([]);
  });
});

describe('a budget', () => {
  it('is told as the part that is gone', () => {
    expect(spentShare({ budgetPoints: 200, spentPoints: 50 })).toBe(0.25);
    expect(spentShare({ budgetPoints: null, spentPoints: 50 })).toBeNull();
  });
});

describe('what a rule can ask', () => {
  it('depends on what it waits for', () => {
    expect(conditionKindsFor('order')).toContain('category');
    expect(conditionKindsFor('sign-in')).not.toContain('min-amount');
    expect(conditionKindsFor('event')).toContain('property');
    expect(conditionKindsFor('order')).not.toContain('property');
  });
});
