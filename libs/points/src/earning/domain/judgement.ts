import { parseDecimal } from '@siyu/kernel';
import type { AwardPart } from '../../ledger/domain/acts';
import type { Programme } from '../../programme/domain/programme';
import { countedCents, countedLines, firstUnmet, unmet, type Reason, type Scope } from './conditions';
import type { Factor, Occasion } from './occasions';
import { split, ratio, rounded, times, type Ratio, type Rounding } from './shares';
import { takesFactors, type Multiplier, type RuleVersion } from './rules';

export type Step = AwardPart['steps'][number];

/** What one rule gives on one occasion, and how it came to it, or why it gives nothing. The steps sum to the points. */
export interface Verdict {
  rule: RuleVersion;
  points: number;
  steps: Step[];
  /** Null where the rule gives anything. */
  why: Reason | null;
}

/** The programme's part in it. */
export type Terms = Pick<Programme, 'timeZone' | 'rounding'>;

const FACTOR_SCALE = 4;

/**
 * What a rule would give before its caps and budget. It is rounded once, at the end: base and multipliers are exact.
 *
 * Example: 1 point per 100 cents, factor 1.5, 19.99 paid, rounded down: 19.99 x 1.5 = 29.985 -> 29; as steps base 19,
 * multiplier 10. What the customer's tier multiplies by comes last, as one more multiplier.
 */
export function judge(occasion: Occasion, rule: RuleVersion, terms: Terms): Verdict {
  const { conditions, excluded, multipliers } = rule.content;
  const idle = triggerUnmet(occasion, rule);
  if (idle) return nothing(rule, idle);
  const lines = occasion.order ? countedLines(occasion.order, conditions, excluded) : null;
  const scope: Scope = { occasion, timeZone: terms.timeZone, lines };
  const reason = firstUnmet(conditions, scope) ?? lineless(scope);
  if (reason) return nothing(rule, reason);
  const base = baseOf(rule, scope);
  if ('reason' in base) return nothing(rule, base.reason);
  const factors = takesFactors(rule.content) ? (occasion.factors ?? []) : [];
  return multiplied(rule, base, [...effective(multipliers, scope), ...factors], scope, terms.rounding);
}

export function nothing(rule: RuleVersion, why: Reason, steps: Step[] = []): Verdict {
  return { rule, points: 0, steps, why };
}

function triggerUnmet(
  { triggers, event, knownFields }: Occasion,
  { content: { trigger } }: RuleVersion,
): Reason | null {
  if (!triggers.includes(trigger.kind)) return { code: 'trigger', detail: { wanted: trigger.kind } };
  if (trigger.kind === 'event' && event?.type !== trigger.type)
    return { code: 'event-type', detail: { is: event?.type ?? null, wanted: trigger.type } };
  if (trigger.kind === 'profile-completed') {
    const missing = trigger.fields.filter((field) => !knownFields?.has(field));
    if (missing.length > 0) return { code: 'profile-incomplete', detail: { missing } };
  }
  return null;
}

/** An order whose lines all are excluded earns nothing; one that came without lines counts as a whole. */
function lineless({ occasion: { order }, lines }: Scope): Reason | null {
  return order && order.lines.length > 0 && lines!.length === 0 ? { code: 'no-line-counts', detail: {} } : null;
}

type BaseAmount = { exact: Ratio; detail: Record<string, unknown> };

function baseOf({ content: { base } }: RuleVersion, { occasion, lines }: Scope): BaseAmount | { reason: Reason } {
  if (base.kind === 'fixed') return { exact: ratio(base.points), detail: {} };
  if (base.kind === 'ladder') {
    const { streak } = occasion;
    if (!streak) return { reason: { code: 'no-streak', detail: {} } };
    const steps = base.points.length;
    const step = base.after === 'repeat' ? ((streak - 1) % steps) + 1 : Math.min(streak, steps);
    return { exact: ratio(base.points[step - 1]!), detail: { streak, step } };
  }
  const { order } = occasion;
  if (!order) return { reason: { code: 'no-order', detail: {} } };
  if (order.currency !== base.currency)
    return { reason: { code: 'currency', detail: { is: order.currency, wanted: base.currency } } };
  const cents = countedCents(order, lines!, base.of);
  return {
    exact: ratio(cents * BigInt(base.points), base.perCents),
    detail: { cents: Number(cents), of: base.of, points: base.points, perCents: base.perCents },
  };
}

/** The multipliers that hold: all of no group, and the largest of each group. */
function effective(multipliers: readonly Multiplier[], scope: Scope): Multiplier[] {
  const holding = multipliers.filter(({ when }) => when.every((condition) => unmet(condition, scope) === null));
  return holding.filter(
    (each, index) =>
      each.group === null ||
      holding.every(
        (other, at) =>
          other.group !== each.group ||
          factorOf(other) < factorOf(each) ||
          (factorOf(other) === factorOf(each) && at >= index),
      ),
  );
}

/** The factor in ten-thousandths. */
function factorOf({ factor }: Factor): number {
  return parseDecimal(factor, FACTOR_SCALE)!;
}

function multiplied(
  rule: RuleVersion,
  base: BaseAmount,
  multipliers: readonly Factor[],
  { lines }: Scope,
  rounding: Rounding,
): Verdict {
  let exact = base.exact;
  let points = rounded(exact, rounding);
  const steps: Step[] = [{ what: 'base', points, detail: base.detail }];
  for (const multiplier of multipliers) {
    exact = times(exact, ratio(factorOf(multiplier), 10 ** FACTOR_SCALE));
    const more = rounded(exact, rounding);
    steps.push({
      what: 'multiplier',
      points: more - points,
      detail: { name: multiplier.name, factor: multiplier.factor },
    });
    points = more;
  }
  if (points === 0) return nothing(rule, { code: 'rounds-to-nothing', detail: base.detail }, steps);
  return { rule, points, steps: withLines(steps, points, lines), why: null };
}

/** Notes on the first step how the points fall on the lines that count. */
function withLines(steps: Step[], points: number, lines: Scope['lines']): Step[] {
  if (!lines || lines.length === 0) return steps;
  const parts = split(
    points,
    lines.map(({ amountCents }) => amountCents),
  );
  const [base, ...others] = steps;
  const shown = lines.map(({ lineNo, sku }, index) => ({ lineNo, sku, points: parts[index]! }));
  return [{ ...base!, detail: { ...base!.detail, lines: shown } }, ...others];
}
