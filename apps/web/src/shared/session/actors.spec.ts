import { describe, expect, it } from '@jest/globals';
import { actorOf } from './actors';

describe('who did it', () => {
  it('is named as far as the label tells', () => {
    expect(actorOf('staff:01a2')).toEqual({ kind: 'staff', id: '01a2' });
    expect(actorOf('system')).toEqual({ kind: 'system', id: null });
    expect(actorOf('robot:7')).toEqual({ kind: 'system', id: null });
  });
});
