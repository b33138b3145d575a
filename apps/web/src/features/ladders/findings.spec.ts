import { describe, expect, it } from '@jest/globals';
import { countBySeverity, placeOf, remarksAt, remarksOf, type Finding } from './findings';
import { isSame, simulationOf, stateOf, type LadderSummary, type Simulation } from './model';
import { threeTiers } from './testing';

const finding = (rest: Partial<Finding>): Finding =>
  ({
    code: 'no-grace',
    severity: 'warning',
    tierKey: null,
    pointer: '/terms/graceDays',
    detail: {},
    ...rest,
  }) as Finding;

describe('the check of a ladder', () => {
  it('is placed at the rung or the rule that it is about', () => {
    const terms = threeTiers();
    expect(placeOf('/terms/tiers/1/enter/criteria/0/atLeast', terms)).toEqual({ tierKey: 'silver', part: 'enter' });
    expect(placeOf('/terms/graceDays', terms)).toEqual({ tierKey: null, part: 'graceDays' });
    expect(placeOf('/terms/tiers', terms)).toEqual({ tierKey: null, part: null });
  });

  it('takes faults of form for errors', () => {
    const fault = { pointer: '/terms/tiers/2/name', message: 'must not be empty' };
    const remarks = remarksOf({ errors: [fault], findings: [] }, threeTiers());
    expect(remarks).toMatchObject([{ severity: 'error', place: { tierKey: 'gold', part: 'name' } }]);
  });

  it('shows at a rung what has to be looked at, and leaves hints to the panel', () => {
    const remarks = remarksOf(
      {
        errors: [],
        findings: [
          finding({ code: 'keep-above-enter', tierKey: 'silver', pointer: '/terms/tiers/1/keep' }),
          finding({ code: 'keep-equals-enter', severity: 'hint', tierKey: 'silver', pointer: '/terms/tiers/1/enter' }),
          finding({}),
        ],
      },
      threeTiers(),
    );
    expect(remarksAt(remarks, 'silver')).toHaveLength(1);
    expect(countBySeverity(remarks)).toEqual({ error: 0, warning: 2, hint: 1 });
  });

  it('places a tier that is no longer there nowhere', () => {
    const abandoned = finding({
      code: 'tier-abandoned',
      severity: 'error',
      tierKey: 'bronze',
      pointer: '/terms/tiers',
    });
    expect(remarksOf({ errors: [], findings: [abandoned] }, threeTiers())[0]!.place.tierKey).toBeNull();
  });
});

describe('a ladder', () => {
  const summary = { archivedAt: null, inForce: null, scheduled: [], latestVersion: null } as unknown as LadderSummary;
  const version = { version: 1, effectiveFrom: '2026-11-22T02:00:00.000Z' };

  it('is in one state at a time', () => {
    expect(stateOf(summary)).toBe('draft');
    expect(stateOf({ ...summary, latestVersion: 1 })).toBe('past');
    expect(stateOf({ ...summary, latestVersion: 1, scheduled: [version] })).toBe('scheduled');
    expect(stateOf({ ...summary, inForce: version, scheduled: [version] })).toBe('in-force');
    expect(stateOf({ ...summary, inForce: version, archivedAt: 'x' })).toBe('archived');
  });

  it('finds the newest finished simulation of the very same terms', () => {
    const other = threeTiers();
    other.graceDays = 3;
    const simulations = [
      { id: 'a', status: 'running', terms: threeTiers() },
      { id: 'b', status: 'done', terms: other },
      { id: 'c', status: 'done', terms: threeTiers() },
      { id: 'd', status: 'done', terms: threeTiers() },
    ] as unknown as Simulation[];
    expect(simulationOf(threeTiers(), simulations)?.id).toBe('c');
    expect(simulationOf({ ...threeTiers(), graceDays: 4 }, simulations)).toBeNull();
  });

  it('is compared by what it says', () => {
    expect(isSame({ a: 1, b: { c: 2, d: undefined } }, { b: { c: 2 }, a: 1 } as never)).toBe(true);
    expect(isSame({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
  });
});
