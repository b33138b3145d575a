import { describe, expect, it } from '@jest/globals';
import { expiryByMonth, kindsOf, lastMoment, movementOf, signed, takenBack, type Entry, type Lot } from './model';

const ZONE = 'Asia/Shanghai';
const entry = (moved: Partial<Entry>) =>
  ({ points: 0, pendingPoints: 0, heldPoints: 0, debtPoints: 0, ...moved }) as Entry;
const lot = (remaining: number, expiresAt: string | null, pending = false) =>
  ({ remaining, expiresAt, pending }) as Lot;

describe('a line of the statement', () => {
  it('tells the change of the balance before anything else', () => {
    expect(movementOf(entry({ points: 300, pendingPoints: -300 }))).toEqual({ points: 300, of: 'balance' });
  });

  it('tells of points that wait or are reserved when the balance stays', () => {
    expect(movementOf(entry({ pendingPoints: 300 }))).toEqual({ points: 300, of: 'pending' });
    expect(movementOf(entry({ heldPoints: -80 }))).toEqual({ points: -80, of: 'held' });
    expect(movementOf(entry({ debtPoints: 5 }))).toEqual({ points: 0, of: 'balance' });
  });

  it('wears its sign', () => {
    expect([1500, -30, 0].map((points) => signed(points, 'en'))).toEqual(['+1,500', '−30', '0']);
  });

  it('says how much of it is left to take back, also when it was pending', () => {
    const state = takenBack({
      entry: entry({ pendingPoints: 500 }),
      reversals: [entry({ reversedPoints: 120 }), entry({ reversedPoints: 30 })],
      reversible: 350,
      movements: [],
      lot: null,
    });
    expect(state).toEqual({ whole: 500, gone: 150, left: 350 });
  });
});

describe('the filter by families', () => {
  it('asks for all kinds of the families, and for all when none is chosen', () => {
    expect(kindsOf(['earned', 'expired'])).toBe('earn,mature,expire');
    expect(kindsOf([])).toBeUndefined();
  });
});

describe('what ends when', () => {
  it('counts an end at midnight to the day, and the month, before it', () => {
    const months = expiryByMonth(
      [lot(100, '2027-03-31T16:00:00Z'), lot(40, '2027-03-31T16:00:01Z'), lot(50, '2027-03-02T08:00:00Z')],
      ZONE,
    );
    expect(months).toEqual([
      { month: '2027-03', points: 150, share: 1 },
      { month: '2027-04', points: 40, share: 40 / 150 },
    ]);
    expect(lastMoment('2027-03-31T16:00:00Z')).toBe('2027-03-31T15:59:59.999Z');
  });

  it('puts never-ending points last and leaves out what is pending or used up', () => {
    const months = expiryByMonth(
      [
        lot(7, null),
        lot(5, '2027-01-10T00:00:00Z'),
        lot(9, '2027-01-10T00:00:00Z', true),
        lot(0, '2026-12-01T00:00:00Z'),
      ],
      ZONE,
    );
    expect(months.map(({ month, points }) => [month, points])).toEqual([
      ['2027-01', 5],
      [null, 7],
    ]);
  });
});
