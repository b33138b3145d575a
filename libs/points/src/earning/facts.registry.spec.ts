import { describe, expect, it } from '@jest/globals';
import { EarningFacts } from './facts.registry';

describe('facts for rules', () => {
  const tags = { name: 'tag', valuesOf: async (ids: readonly string[]) => new Map([[ids[0]!, ['vip', 'old']]]) };

  it('are told for every customer who is asked about, and unknown ones are left out', async () => {
    const facts = new EarningFacts();
    facts.register(tags);
    const told = await facts.of(['a', 'b'], ['tag', 'tier', 'tag']);
    expect(told.get('a')).toEqual(new Map([['tag', ['vip', 'old']]]));
    expect(told.get('b')).toEqual(new Map([['tag', []]]));
  });

  it('have one teller each and plain names', () => {
    const facts = new EarningFacts();
    facts.register(tags);
    expect(() => facts.register(tags)).toThrow('twice');
    expect(() => facts.register({ ...tags, name: 'Two words' })).toThrow('misnamed');
  });
});
