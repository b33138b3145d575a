import { describe, expect, it } from '@jest/globals';
import { dayOfInstant, instantOfWallClock, wallClockOf } from './wall-clock';

describe('the clock on the wall of the business', () => {
  it('shows an instant there, and the instant again', () => {
    expect(wallClockOf('2026-11-22T02:05:00Z')).toBe('2026-11-22 10:05');
    expect(instantOfWallClock('2026-11-22 10:05')).toBe('2026-11-22T02:05:00.000Z');
    expect(dayOfInstant('2026-11-22T16:00:00Z')).toBe('2026-11-23');
  });

  it('knows of changes of the clocks elsewhere', () => {
    expect(instantOfWallClock('2026-07-01 12:00', 'Europe/Berlin')).toBe('2026-07-01T10:00:00.000Z');
    expect(instantOfWallClock('2026-12-01 12:00', 'Europe/Berlin')).toBe('2026-12-01T11:00:00.000Z');
    expect(instantOfWallClock('2026-10-25 04:00', 'Europe/Berlin')).toBe('2026-10-25T03:00:00.000Z');
  });
});
