import type { Occasion, OccasionLine } from '../domain/occasions';
import type { RuleContent, RuleVersion } from '../domain/rules';

interface OrderFacts {
  at?: string;
  channel?: string | null;
  currency?: string;
  totalCents?: number;
  lines?: Partial<OccasionLine>[];
  birthday?: string | null;
  gender?: string | null;
  attributes?: Record<string, unknown>;
}

/** A paid order of 100.00 without lines, unless told otherwise. */
export function asOrder({ at = '2026-03-10T12:00:00+08:00', ...facts }: OrderFacts): Occasion {
  const { channel = 'shop', currency = 'CNY', totalCents = 10_000, lines = [] } = facts;
  const { birthday = null, gender = null, attributes = {} } = facts;
  return {
    triggers: ['order'],
    at: new Date(at),
    order: {
      channel,
      currency,
      totalCents,
      lines: lines.map((line, index) => ({ lineNo: index + 1, sku: 'SKU', category: null, amountCents: 0, ...line })),
    },
    earner: { birthday, gender, attributes },
    facts: new Map(),
  };
}

/** One point per 100 cents of an order, unless told otherwise. */
export function asRule(content: Partial<RuleContent> = {}, ruleId = 'rule'): RuleVersion {
  return {
    ruleId,
    version: 1,
    validFrom: new Date(0),
    validTo: null,
    content: {
      name: ruleId,
      trigger: { kind: 'order' },
      base: { kind: 'per-amount', points: 1, perCents: 100, of: 'total', currency: 'CNY' },
      conditions: [],
      excluded: { categories: [], skus: [] },
      multipliers: [],
      caps: { perOrder: null, perDay: null, perMonth: null, perCustomer: null },
      bestOf: null,
      ...content,
    },
  };
}
