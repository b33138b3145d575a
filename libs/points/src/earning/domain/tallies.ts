import type { AwardPart } from '../../ledger/domain/acts';
import { periodsAt, UNUSED, type Limits, type Used } from './awards';

/**
 * What many awards of one transaction use up, one after the other: the second sees what the first took. Whoever uses it holds
 * the locks on the customers' counts and on the budgets.
 *
 * Example: a budget with 150 left and two awards of 100: the first gets 100, the second 50.
 */
export class Tallies {
  private readonly used = new Map<string, { points: number; times: number }>();

  /** @param budgets what is left, by rule; rules without a budget are left out */
  constructor(
    uses: readonly { customerId: string; ruleId: string; period: string; points: number; times: number }[],
    private readonly budgets: Map<string, number>,
  ) {
    for (const { customerId, ruleId, period, points, times } of uses)
      this.used.set(nameOf(customerId, ruleId, period), { points, times });
  }

  /** What limits the rules for this customer at this time. */
  limitsOf(customerId: string | null, at: Date, timeZone: string): Limits {
    const { day, month, life } = periodsAt(at, timeZone);
    const of = (ruleId: string, period: string) => this.used.get(nameOf(customerId ?? '', ruleId, period));
    return {
      usedOf: (ruleId): Used => ({
        day: of(ruleId, day)?.points ?? UNUSED.day,
        month: of(ruleId, month)?.points ?? UNUSED.month,
        life: of(ruleId, life)?.points ?? UNUSED.life,
        times: of(ruleId, life)?.times ?? UNUSED.times,
      }),
      budgetLeft: (ruleId) => this.budgets.get(ruleId) ?? null,
    };
  }

  /** Takes note of an award. */
  take(customerId: string, at: Date, timeZone: string, parts: readonly AwardPart[]): void {
    for (const { ruleId, points } of parts) {
      for (const period of Object.values(periodsAt(at, timeZone))) {
        const name = nameOf(customerId, ruleId, period);
        const before = this.used.get(name) ?? { points: 0, times: 0 };
        this.used.set(name, { points: before.points + points, times: before.times + 1 });
      }
      const left = this.budgets.get(ruleId);
      if (left !== undefined) this.budgets.set(ruleId, left - points);
    }
  }
}

function nameOf(customerId: string, ruleId: string, period: string): string {
  return `${customerId} ${ruleId} ${period}`;
}
