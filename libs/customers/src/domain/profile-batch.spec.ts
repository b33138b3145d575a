import { describe, expect, it } from '@jest/globals';
import { decideProfiles, type Profile, type ProfileFields } from './profile-batch';

const fields = (given: Partial<ProfileFields> = {}): ProfileFields => ({
  displayName: '王小明',
  gender: null,
  birthday: null,
  attributes: {},
  ...given,
});
const of = (customerId: string, profile: Profile, facts = {}) => ({
  customerId,
  profile,
  created: false,
  attached: false,
  ...facts,
});

describe('a batch of profiles', () => {
  it('replaces what it names and leaves what it does not', () => {
    const known = new Map([['a', fields({ birthday: '1990-01-01', attributes: { city: '上海', size: 'M' } })]]);
    const profile: Profile = { displayName: '', gender: 'male', attributes: { city: '杭州' } };
    expect(decideProfiles([of('a', profile)], known)).toEqual({
      outcomes: [{ outcome: 'updated' }],
      changed: new Map([
        ['a', fields({ gender: 'male', birthday: '1990-01-01', attributes: { city: '杭州', size: 'M' } })],
      ]),
    });
  });

  it('changes nothing the second time', () => {
    const profile: Profile = { displayName: '王小明', attributes: { size: 'M', city: '上海' } };
    const known = new Map([['a', fields({ attributes: { city: '上海', size: 'M' } })]]);
    expect(decideProfiles([of('a', profile)], known)).toEqual({
      outcomes: [{ outcome: 'unchanged' }],
      changed: new Map(),
    });
  });

  it('takes the profiles of one customer one after the other', () => {
    const batch = [
      of('a', { displayName: '王' }, { created: true }),
      of('a', { gender: 'female' }),
      of('a', { displayName: '王' }),
      of('a', {}, { attached: true }),
    ];
    const { outcomes, changed } = decideProfiles(batch, new Map());
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['created', 'updated', 'unchanged', 'updated']);
    expect(changed.get('a')).toEqual(fields({ displayName: '王', gender: 'female' }));
  });

  it('fails the one profile whose attributes are too many for the customer', () => {
    const attributes = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`key ${index}`, 'x']));
    const known = new Map([['a', fields({ attributes })]]);
    const { outcomes, changed } = decideProfiles(
      [of('a', { attributes: { more: 'x' } }), of('a', { gender: 'male' })],
      known,
    );
    expect(outcomes).toMatchObject([
      { outcome: 'failed', code: 'customers.attributes-invalid' },
      { outcome: 'updated' },
    ]);
    expect(changed.get('a')).toEqual(fields({ attributes, gender: 'male' }));
  });
});
