import { describe, expect, it } from '@jest/globals';
import { contentOf, emptyDraft } from './rule-draft';
import { happeningFor, linesCents, sampleTrial, sortVerdicts, trialBody, type Verdict } from './trial';

describe('what is put into the try-out box', () => {
  it('is an order whose lines sum up unless another amount was paid', () => {
    const draft = sampleTrial();
    draft.lines.push({ key: 1, sku: ' B ', category: '茶', quantity: 2, price: 9.95 });
    expect(linesCents(draft.lines)).toBe(28_790);
    expect(trialBody(draft).order).toEqual({
      totalCents: 28_790,
      channel: null,
      isFirst: false,
      items: [
        { sku: 'SKU-1', category: null, quantity: 1, unitPriceCents: 26_800 },
        { sku: 'B', category: '茶', quantity: 2, unitPriceCents: 995 },
      ],
    });
    expect(trialBody({ ...draft, total: 199.9 }).order?.totalCents).toBe(19_990);
  });

  it('is one thing that happens, of the kind that the rule waits for', () => {
    expect(trialBody(sampleTrial('sign-in'))).toEqual({ streak: 1 });
    expect(trialBody(sampleTrial('birthday'))).toEqual({ birthday: true });
    expect(trialBody(sampleTrial('first-purchase')).order?.isFirst).toBe(true);
    const review = { ...sampleTrial('event', 'review'), properties: ['stars=5', 'photo'] };
    expect(trialBody(review)).toEqual({ event: { type: 'review', properties: { stars: '5', photo: 'true' } } });
    expect(happeningFor('profile-completed')).toBeNull();
  });

  it('brings the draft in the place of the rule it changes', () => {
    const rule = contentOf({ ...emptyDraft('order'), name: 'x' });
    const draft = { ...sampleTrial(), at: '2026-11-22 10:05', customerId: 'c' };
    expect(trialBody(draft, rule, 'r')).toMatchObject({
      rule,
      insteadOf: 'r',
      customerId: 'c',
      at: '2026-11-22T02:05:00.000Z',
    });
    expect(trialBody(draft, undefined, 'r')).not.toHaveProperty('insteadOf');
  });
});

describe('the answer', () => {
  const verdict = (ruleId: string | null, code?: string): Verdict => ({
    ruleId,
    ruleVersion: 1,
    name: 'x',
    points: code ? 0 : 1,
    steps: [],
    why: code ? { code, detail: {} } : null,
  });

  it('tells the tried rule from others, and counts those that wait for something else', () => {
    const rules = [verdict('a'), verdict('b', 'trigger'), verdict('c', 'channel'), verdict(null, 'trigger')];
    const { tried, others, idle } = sortVerdicts({ rules });
    expect([tried?.ruleId, others.map(({ ruleId }) => ruleId), idle]).toEqual([null, ['a', 'c'], 1]);
    expect(sortVerdicts({ rules: [verdict('a')] }).tried).toBeNull();
  });
});
