import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judge, keyOf, type Held, type Outcome, type Report } from './reports';

const report = (key: string, hash: string, customerId = 'anna'): Report => ({ key, hash, customerId });
const nothing = new Map<string, Held>();

describe('a batch of reports', () => {
  it('has the outcome that its reports would have one after the other', () => {
    const reports = [report('A', '1'), report('B', '1'), report('A', '2'), report('A', '2')];
    expect(judge(reports, nothing)).toEqual({
      outcomes: ['created', 'created', 'updated', 'unchanged'],
      writes: [3, 1],
    });
  });

  it('writes nothing of what is known', () => {
    const held = new Map([['A', { hash: '1', customerId: 'anna' }]]);
    expect(judge([report('A', '1'), report('A', '1')], held)).toEqual({
      outcomes: ['unchanged', 'unchanged'],
      writes: [],
    });
  });

  it('writes nothing when the last report says what is stored already', () => {
    const held = new Map([['A', { hash: '1', customerId: 'anna' }]]);
    expect(judge([report('A', '2'), report('A', '1')], held)).toEqual({ outcomes: ['updated', 'updated'], writes: [] });
  });

  it('takes another customer for a change', () => {
    const held = new Map([['A', { hash: '1', customerId: 'anna' }]]);
    expect(judge([report('A', '1', 'bert')], held)).toEqual({ outcomes: ['updated'], writes: [0] });
  });

  it('comes to the same as reports sent one by one', () => {
    const reports = fc.array(
      fc.record({
        key: fc.constantFrom('A', 'B', 'C'),
        hash: fc.constantFrom('1', '2'),
        customerId: fc.constantFrom('anna', 'bert'),
      }),
    );
    fc.assert(
      fc.property(reports, reports, (before, batch) => {
        const stored = oneByOne(before, new Map()).stored;
        const { outcomes, writes } = judge(batch, stored);
        const expected = oneByOne(batch, stored);
        expect(outcomes).toEqual(expected.outcomes);
        const after = new Map(stored);
        for (const position of writes) after.set(batch[position]!.key, heldOf(batch[position]!));
        expect(after).toEqual(expected.stored);
      }),
    );
  });
});

describe('the name of a thing within all sources', () => {
  it('does not run source and number together', () => {
    expect(keyOf({ source: 'a', externalId: 'bc' })).not.toBe(keyOf({ source: 'ab', externalId: 'c' }));
  });
});

function heldOf({ hash, customerId }: Report): Held {
  return { hash, customerId };
}

function oneByOne(reports: Report[], before: ReadonlyMap<string, Held>) {
  const stored = new Map(before);
  const outcomes = reports.map((one): Outcome => {
    const known = stored.get(one.key);
    stored.set(one.key, heldOf(one));
    if (!known) return 'created';
    return known.hash === one.hash && known.customerId === one.customerId ? 'unchanged' : 'updated';
  });
  return { outcomes, stored };
}
