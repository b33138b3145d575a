import { describe, expect, it } from '@jest/globals';
import { mayDo, statusAsked } from './approvals';

const asked = (by: string, status: 'waiting' | 'approved' = 'waiting') => ({ status, requestedBy: by });
const both = { approve: true, adjust: true };

describe('a correction that waits for a second person', () => {
  it('is decided by somebody else who may approve', () => {
    expect(mayDo(asked('staff:b'), 'a', both)).toBe('decide');
    expect(mayDo(asked('api-key:a'), 'a', both)).toBe('decide');
    expect(mayDo(asked('staff:b'), 'a', { approve: false, adjust: true })).toBe('nothing');
  });

  it('is withdrawn, never decided, by who asked for it', () => {
    expect(mayDo(asked('staff:a'), 'a', both)).toBe('withdraw');
    expect(mayDo(asked('staff:a'), 'a', { approve: true, adjust: false })).toBe('nothing');
  });

  it('is left alone once it was decided', () => {
    expect(mayDo(asked('staff:b', 'approved'), 'a', both)).toBe('nothing');
  });

  it('is what the bare address of the list shows', () => {
    expect([statusAsked(''), statusAsked('refused'), statusAsked('all')]).toEqual(['waiting', 'refused', undefined]);
  });
});
