import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideRefresh, endOf, REPEAT_SECONDS, type SessionState } from './sessions';

const IDLE_HOURS = 12;
const start = Date.parse('2026-11-22T08:00:00Z');
const after = (seconds: number) => new Date(start + seconds * 1000);
const session = (changes: Partial<SessionState> = {}): SessionState => ({
  counter: 8,
  rotatedAt: after(0),
  expiresAt: after(30 * 86_400),
  endedAt: null,
  idleHours: IDLE_HOURS,
  ...changes,
});

describe('a refresh token', () => {
  it('is traded for the next one while it is the current one', () => {
    expect(decideRefresh(session(), 8, after(1))).toBe('rotate');
    expect(decideRefresh(session(), 8, after(IDLE_HOURS * 3600 - 1))).toBe('rotate');
  });

  it('is answered again for twenty seconds after it was replaced, because the answer may have got lost', () => {
    expect(decideRefresh(session(), 7, after(0))).toBe('repeat');
    expect(decideRefresh(session(), 7, after(REPEAT_SECONDS))).toBe('repeat');
  });

  it('ends the session when it comes back later, or when an older one comes at all', () => {
    expect(decideRefresh(session(), 7, after(REPEAT_SECONDS + 1))).toBe('reused');
    expect(decideRefresh(session(), 6, after(0))).toBe('reused');
  });

  it('is worth nothing after sign-out, after twelve hours without a sign of life, and after thirty days', () => {
    expect(decideRefresh(session({ endedAt: after(5) }), 8, after(5))).toBe('over');
    expect(decideRefresh(session(), 8, after(IDLE_HOURS * 3600))).toBe('over');
    expect(decideRefresh(session({ rotatedAt: after(30 * 86_400 - 60) }), 8, after(30 * 86_400))).toBe('over');
  });

  it('that was never given out ends nothing: the database is older than the token', () => {
    expect(decideRefresh(session(), 9, after(1))).toBe('over');
  });

  it('never opens a session that is over, whatever its number and age', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), fc.nat(40 * 86_400), (counter, presented, seconds) => {
        const state = session({ counter });
        const decision = decideRefresh(state, presented, after(seconds));
        if (after(seconds) >= endOf(state)) expect(decision).toBe('over');
        if (decision === 'rotate') expect(presented).toBe(counter);
      }),
    );
  });
});
