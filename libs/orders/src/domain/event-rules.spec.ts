import { describe, expect, it } from '@jest/globals';
import { checkEvent, eventContent, type EventInput } from './event-rules';

const now = new Date('2026-03-01T12:00:00Z');
const input: EventInput = {
  source: 'web',
  externalId: 'E-1',
  identities: [{ type: 'openid', value: 'o-1' }],
  type: 'page_view',
  occurredAt: new Date('2026-02-28T10:00:00Z'),
  properties: { page: '/tea', depth: { b: 1, a: 2 } },
};
const code = (what: string) => expect.objectContaining({ code: what });

describe('an event that comes in', () => {
  it('has no properties when none are told', () => {
    expect(checkEvent({ ...input, properties: undefined }, now).properties).toEqual({});
  });

  it.each<[Record<string, unknown>, string]>([
    [{ type: '' }, 'orders.field-invalid'],
    [{ type: 'page view' }, 'orders.field-invalid'],
    [{ type: '1st' }, 'orders.field-invalid'],
    [{ identities: [] }, 'orders.identity-missing'],
    [{ occurredAt: new Date('2026-03-03T00:00:00Z') }, 'orders.time-implausible'],
    [{ properties: [] }, 'orders.field-invalid'],
    [{ properties: { text: 'x'.repeat(16_384) } }, 'orders.field-invalid'],
    [{ externalId: 'x'.repeat(121) }, 'orders.field-invalid'],
  ])('is refused when it is %p', (changes, expected) => {
    expect(() => checkEvent({ ...input, ...changes } as EventInput, now)).toThrow(code(expected));
  });
});

describe('the content of an event', () => {
  const content = (changes: Partial<EventInput> = {}) => eventContent(checkEvent({ ...input, ...changes }, now));

  it('does not depend on the order of keys', () => {
    expect(content({ properties: { depth: { a: 2, b: 1 }, page: '/tea' } })).toBe(content());
  });

  it('differs with type, time, properties and who it was', () => {
    const others = [
      content({ type: 'click' }),
      content({ occurredAt: now }),
      content({ properties: {} }),
      content({ identities: [{ type: 'openid', value: 'o-2' }] }),
    ];
    expect(new Set([content(), ...others]).size).toBe(5);
  });
});
