import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { awardKeys } from './award-keys';

describe('keys of awards', () => {
  it('are made of what the source calls the thing', () => {
    const order = { source: 'shop', externalId: '2026-17' };
    expect(awardKeys.order(order, 1)).toBe('order:shop:2026-17:award');
    expect(awardKeys.order(order, 2)).toBe('order:shop:2026-17:award:2');
    expect(awardKeys.event(order, 1)).toBe('event:shop:2026-17');
  });

  it('differ for every order and every act on it, whatever colons the names have', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ':', '%', '3', 'A', '2'), minLength: 1, maxLength: 6 });
    const order = fc.record({ source: text, externalId: text });
    const keysOf = (one: { source: string; externalId: string }) => [
      ...[1, 2, 3].map((round) => awardKeys.order(one, round)),
      ...[1, 2].map((round) => awardKeys.takeBack(awardKeys.order(one, round), 5)),
      awardKeys.mature(awardKeys.order(one, 1)),
      awardKeys.giveBack(one, 5),
    ];
    fc.assert(
      fc.property(order, order, (one, other) => {
        fc.pre(one.source !== other.source || one.externalId !== other.externalId);
        const keys = [...keysOf(one), ...keysOf(other)];
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});
