import { describe, expect, it } from '@jest/globals';
import { readRule, type SentRule } from './read-rule';
import { takesFactors } from './rules';

const rule = (changes: Partial<SentRule>): SentRule => ({
  name: '规则',
  trigger: { kind: 'order' },
  base: { kind: 'fixed', points: 10 },
  ...changes,
});
const takes = (changes: Partial<SentRule>) => takesFactors(readRule(rule(changes), 'CNY'));

describe('the multiplier of a tier, in a rule', () => {
  it('counts for orders and first purchases unless the rule says otherwise', () => {
    expect(takes({})).toBe(true);
    expect(takes({ trigger: { kind: 'first-purchase' } })).toBe(true);
    expect(takes({ takesFactors: false })).toBe(false);
    expect(takes({ trigger: { kind: 'birthday' } })).toBe(false);
  });

  it('is refused where nothing is bought, rather than dropped', () => {
    const fault = expect.objectContaining({ errors: [expect.objectContaining({ pointer: '/takesFactors' })] });
    const birthday = { trigger: { kind: 'birthday' as const } };
    expect(() => readRule(rule({ ...birthday, takesFactors: true }), 'CNY')).toThrow(fault);
    expect(takes({ ...birthday, takesFactors: false })).toBe(false);
  });
});
