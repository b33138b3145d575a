import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { identityKey, type Identity } from './identities';
import { decideResolution, type ResolveRequest } from './resolution';

const phone: Identity = { type: 'phone', value: '+8613800138000' };
const card: Identity = { type: 'card_no', value: 'C1' };
const email: Identity = { type: 'email', value: 'anna@example.com' };
const by = (...identities: Identity[]): ResolveRequest => ({ identities, source: 'shop' });

/** Ids in the order of their making. */
const counting = (start = 0) => {
  let next = start;
  return () => `new-${next++}`;
};

describe('which customer identities belong to', () => {
  it('makes one customer for requests that share an identity', () => {
    const { answers, created, attached } = decideResolution(
      [by(phone), by(phone, card), by(card)],
      new Map(),
      counting(),
    );
    expect(answers).toEqual([
      { customerId: 'new-0', created: true },
      { customerId: 'new-0', created: false },
      { customerId: 'new-0', created: false },
    ]);
    expect([...created.keys()]).toEqual(['new-0']);
    expect(attached.map(identityKey)).toEqual([identityKey(phone), identityKey(card)]);
  });

  it('gives a known customer the identities that nobody has', () => {
    const { answers, attached } = decideResolution(
      [by(phone, card)],
      new Map([[identityKey(phone), 'anna']]),
      counting(),
    );
    expect(answers).toEqual([{ customerId: 'anna', created: false }]);
    expect(attached).toEqual([{ ...card, customerId: 'anna', source: 'shop' }]);
  });

  it('follows the most trusted identity and leaves the others where they are', () => {
    const owners = new Map([
      [identityKey(email), 'by-email'],
      [identityKey(card), 'by-card'],
      [identityKey(phone), 'by-phone'],
    ]);
    const { answers, attached } = decideResolution([by(email, card, phone), by(email, card)], owners, counting());
    expect(answers.map(({ customerId }) => customerId)).toEqual(['by-phone', 'by-card']);
    expect(attached).toEqual([]);
  });

  it('takes the first name that comes', () => {
    const requests = [by(phone), { ...by(phone), displayName: '王小明' }, { ...by(phone), displayName: '小明' }];
    expect([...decideResolution(requests, new Map(), counting()).names.values()]).toEqual(['王小明']);
  });

  it('answers a batch as it would answer its requests one after the other', () => {
    const identity = fc.record({
      type: fc.constantFrom('phone', 'card_no', 'email'),
      value: fc.constantFrom('1', '2', '3', '4'),
    });
    const request = fc.array(identity, { minLength: 1, maxLength: 3 }).map((identities) => by(...identities));
    fc.assert(
      fc.property(fc.array(request, { maxLength: 12 }), (requests) => {
        const batch = decideResolution(requests, new Map(), counting());
        const owners = new Map<string, string>();
        const makeId = counting();
        const single = requests.map((one) => {
          const { answers, attached } = decideResolution([one], owners, makeId);
          for (const identity of attached) owners.set(identityKey(identity), identity.customerId);
          return answers[0];
        });
        expect(batch.answers).toEqual(single);
        expect(new Map(batch.attached.map((identity) => [identityKey(identity), identity.customerId]))).toEqual(owners);
      }),
    );
  });
});
