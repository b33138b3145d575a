import { describe, expect, it } from '@jest/globals';
import { EarningFactors } from './factors.registry';

describe('factors of other parts of the system', () => {
  const at = new Date('2026-03-01T04:00:00Z');
  const tier = {
    name: 'tier',
    factorsOf: async (moments: readonly { customerId: string }[]) =>
      moments.map(({ customerId }) => (customerId === 'gold' ? { name: '金卡', factor: '1.5' } : null)),
  };
  const event = {
    name: 'event',
    factorsOf: async (moments: readonly unknown[]) => moments.map(() => ({ name: '周年', factor: '2' })),
  };

  it('are known for the moments that were asked about, and for no other', async () => {
    const factors = new EarningFactors();
    factors.register(tier);
    factors.register(event);
    const known = await factors.know([
      { customerId: 'gold', at },
      { customerId: 'plain', at },
    ]);
    expect(known({ customerId: 'gold', at: new Date(at) })?.map(({ name }) => name)).toEqual(['金卡', '周年']);
    expect(known({ customerId: 'plain', at })).toEqual([{ name: '周年', factor: '2' }]);
    expect(known({ customerId: 'gold', at: new Date(at.getTime() + 1) })).toBeNull();
  });

  it('are none at any moment where nobody multiplies', async () => {
    const known = await new EarningFactors().know([]);
    expect(known({ customerId: 'gold', at })).toEqual([]);
  });

  it('have one teller each', () => {
    const factors = new EarningFactors();
    factors.register(tier);
    expect(() => factors.register(tier)).toThrow('twice');
  });
});
