import { describe, expect, it } from '@jest/globals';
import { bodyOf, checkDraft, emptyDraft, endOfDay, readPoints, type ActDraft } from './drafts';

const ZONE = 'Asia/Shanghai';
const NOW = new Date('2026-11-22T02:00:00Z');
const draft = (typed: Partial<ActDraft>): ActDraft => ({ ...emptyDraft(), points: '100', reason: '补发', ...typed });

describe('points as they are typed', () => {
  it.each([
    ['1200', 1200],
    [' 1,200 ', 1200],
    ['１２０', 120],
  ])('reads %j', (typed, points) => expect(readPoints(typed)).toBe(points));

  it.each(['', '0', '-5', '1.5', 'abc', '9999999999999'])('refuses %j', (typed) => {
    expect(readPoints(typed)).toBeNull();
  });
});

describe('a draft of an act', () => {
  it('needs points and a reason', () => {
    expect(checkDraft('earn', emptyDraft(), 0)).toEqual({ points: 'pointsWrong', reason: 'reasonMissing' });
    expect(checkDraft('earn', draft({}), 0)).toEqual({});
  });

  it('spends and holds no more than is available, while adjusting and giving are not bounded by it', () => {
    expect(checkDraft('spend', draft({}), 99)).toEqual({ points: 'tooMany' });
    expect(checkDraft('hold', draft({}), 99)).toEqual({ points: 'tooMany' });
    expect(checkDraft('spend', draft({}), 100)).toEqual({});
    expect(checkDraft('adjust', draft({ direction: 'down' }), 0)).toEqual({});
  });

  it('asks for the day when the award ends on one, and for whole minutes of a hold', () => {
    expect(checkDraft('earn', draft({ expiry: 'day' }), 0)).toEqual({ expiresAt: 'dayMissing' });
    expect(checkDraft('hold', draft({ minutes: 'soon' }), 500)).toEqual({ expiresAt: 'minutesWrong' });
  });

  it('becomes what the API wants', () => {
    expect(bodyOf('spend', draft({ reference: ' A1 ' }), NOW, ZONE)).toEqual({
      points: 100,
      reason: '补发',
      reference: 'A1',
    });
    expect(bodyOf('adjust', draft({ direction: 'down' }), NOW, ZONE).points).toBe(-100);
    expect(bodyOf('earn', draft({ expiry: 'never' }), NOW, ZONE).expiresAt).toBeNull();
    expect(bodyOf('earn', draft({}), NOW, ZONE)).not.toHaveProperty('expiresAt');
    expect(bodyOf('hold', draft({ minutes: '90' }), NOW, ZONE).expiresAt).toBe('2026-11-22T03:30:00.000Z');
  });

  it('counts through the last day where the business is', () => {
    expect(bodyOf('earn', draft({ expiry: 'day', lastDay: '2026-12-31' }), NOW, ZONE).expiresAt).toBe(
      '2026-12-31T16:00:00.000Z',
    );
    expect(endOfDay('2026-10-24', 'Europe/Berlin')).toBe('2026-10-24T22:00:00.000Z');
  });
});
