import { dayOf } from '@siyu/kernel';
import type { AwardPart } from '../../ledger/domain/acts';
import type { Reason } from './conditions';
import { judge, nothing, type Step, type Terms, type Verdict } from './judgement';
import type { Occasion } from './occasions';
import type { RuleVersion } from './rules';

/*
 * What an occasion earns: the sum of what its rules give, each within its caps and its budget, and of each group of rules
 * the best one only.
 *
 * Example: "1 per yuan" gives 120 and is capped at 500 a day of which 450 are used: 50. "Double week" of the same group gives
 * 240 without a cap: it wins, and the award is 240.
 */

/** What is used up of a rule by one customer: points within the day, the month and her life, and how often she got it. */
export interface Used {
  day: number;
  month: number;
  life: number;
  times: number;
}

export const UNUSED: Used = { day: 0, month: 0, life: 0, times: 0 };

/** What limits a rule from outside of itself. */
export interface Limits {
  usedOf(ruleId: string): Used;
  /** Points that the budget still has, null where there is no budget. */
  budgetLeft(ruleId: string): number | null;
}

/** Every rule's verdict, in the order of the rules. */
export function decideAward(
  occasion: Occasion,
  rules: readonly RuleVersion[],
  terms: Terms,
  limits: Limits,
): Verdict[] {
  const verdicts = rules.map((rule) => limited(judge(occasion, rule, terms), limits));
  return verdicts.map((verdict) => {
    const group = verdict.rule.content.bestOf;
    if (group === null || verdict.points === 0) return verdict;
    const best = bestOf(verdicts.filter(({ rule }) => rule.content.bestOf === group));
    if (best === verdict) return verdict;
    const won = { code: 'better-rule', detail: { name: best.rule.content.name, points: best.points } };
    return nothing(verdict.rule, won, [
      ...verdict.steps,
      { what: 'better-rule', points: -verdict.points, detail: won.detail },
    ]);
  });
}

function bestOf(verdicts: Verdict[]): Verdict {
  return verdicts.reduce((best, each) => (each.points > best.points ? each : best));
}

/** Cuts a verdict down to what caps and budget leave. */
function limited(verdict: Verdict, limits: Limits): Verdict {
  if (verdict.points === 0) return verdict;
  const { ruleId, content } = verdict.rule;
  const used = limits.usedOf(ruleId);
  if (content.trigger.kind === 'first-purchase' && used.times > 0)
    return nothing(verdict.rule, { code: 'had-before', detail: {} }, [
      ...verdict.steps,
      { what: 'had-before', points: -verdict.points },
    ]);
  const { perOrder, perDay, perMonth, perCustomer } = content.caps;
  const ceilings: [string, number | null, number][] = [
    ['cap-order', perOrder, 0],
    ['cap-day', perDay, used.day],
    ['cap-month', perMonth, used.month],
    ['cap-customer', perCustomer, used.life],
    ['budget', limits.budgetLeft(ruleId), 0],
  ];
  return ceilings.reduce(cut, verdict);
}

function cut(verdict: Verdict, [what, ceiling, used]: [string, number | null, number]): Verdict {
  if (ceiling === null) return verdict;
  const left = Math.max(0, ceiling - used);
  if (verdict.points <= left) return verdict;
  const detail = what === 'budget' ? { left } : { limit: ceiling, used };
  const step: Step = { what, points: left - verdict.points, detail };
  const why: Reason | null = left === 0 ? { code: what, detail } : null;
  return { ...verdict, points: left, steps: [...verdict.steps, step], why: verdict.why ?? why };
}

/** What goes into the ledger's breakdown: the rules that gave anything. */
export function partsOf(verdicts: readonly Verdict[]): AwardPart[] {
  return verdicts
    .filter(({ points }) => points > 0)
    .map(({ rule, points, steps }) => ({
      ruleId: rule.ruleId,
      ruleVersion: rule.version,
      name: rule.content.name,
      points,
      steps,
    }));
}

export function sumOf(parts: readonly { points: number }[]): number {
  return parts.reduce((sum, { points }) => sum + points, 0);
}

/** One number of a customer's use of a rule, as it is counted. */
export interface Use {
  ruleId: string;
  /** `day:2026-03-01`, `month:2026-03` or `life`. */
  period: string;
  points: number;
}

/** The periods that a moment falls into, by what they are for. */
export function periodsAt(at: Date, timeZone: string): { day: string; month: string; life: string } {
  const day = dayOf(at, timeZone);
  return { day: `day:${day}`, month: `month:${day.slice(0, 7)}`, life: 'life' };
}

/** What an award adds to the counts. */
export function usesOf(parts: readonly AwardPart[], at: Date, timeZone: string): Use[] {
  const periods = Object.values(periodsAt(at, timeZone));
  return parts.flatMap(({ ruleId, points }) => periods.map((period) => ({ ruleId, period, points })));
}
