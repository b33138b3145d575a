import { addDays, dayOf, startOfDay, type Day } from '@siyu/kernel';
import { figureName, figuresOf, type Figure } from '../evaluation/domain/figures';
import type { MoveFigures } from '../evaluation/domain/moves';
import type { LadderTerms, Threshold, Tier } from '../ladders/domain/ladder';
import type { Facts } from './history';
import { firstDayOf, monthOf } from './reference-days';

/*
 * "Figures" and "A threshold" of decision 12, counted anew for every question.
 *
 * Example: of 300.00 paid in January, 200.00 in February and a return of 50.00 in March, spend over 2 rolling months as of
 * 31 March and until its end is 150.00.
 */

/** Days of figures: the one that windows are laid around, and the last one of which anything counts. */
export interface Span {
  asOf: Day;
  lastDay: Day;
}

/** The figures of one customer. */
export class ReferenceFigures {
  constructor(
    private readonly facts: Facts,
    private readonly terms: LadderTerms,
    private readonly timeZone: string,
  ) {}

  get firstSeen(): Day {
    return dayOf(this.facts.memberSince, this.timeZone);
  }

  /** Every figure that the ladder asks for. */
  told({ asOf, lastDay }: Span): MoveFigures {
    const values = figuresOf(this.terms).map((figure) => [figureName(figure), this.value(figure, asOf, lastDay)]);
    const until = startOfDay(addDays(lastDay, 1), this.timeZone).toISOString();
    return { asOf, until, values: Object.fromEntries(values) as Record<string, number> };
  }

  /** Whether a threshold is met; that of the lowest tier, which has none, always is. */
  meet(threshold: Threshold | null, { asOf, lastDay }: Span): boolean {
    if (!threshold) return true;
    const reached = threshold.criteria.map((one) => this.value(one, asOf, lastDay) >= one.atLeast);
    return threshold.match === 'all' ? !reached.includes(false) : reached.includes(true);
  }

  meetEntry(tier: Tier, span: Span): boolean {
    return this.meet(tier.enter, span);
  }

  /** Keeping has a threshold of its own; where it has none it is that of entering. */
  meetKeeping(tier: Tier, span: Span): boolean {
    return this.meet(tier.keep === null ? tier.enter : tier.keep, span);
  }

  private value({ measure, window }: Figure, asOf: Day, lastDay: Day): number {
    const firstDay = firstDayOf(window, asOf, this.firstSeen);
    const counts = (at: Date) => {
      const day = dayOf(at, this.timeZone);
      return day <= lastDay && (firstDay === null || day >= firstDay);
    };
    const paid = this.facts.purchases.filter(({ paidAt }) => counts(paidAt));
    const purchases = paid.filter(({ isPurchase }) => isPurchase);
    switch (measure) {
      case 'spend':
        return sum(paid.filter(({ currency }) => currency === this.terms.currency).map(({ netCents }) => netCents));
      case 'orders':
        return purchases.length;
      case 'months':
        return new Set(purchases.map(({ paidAt }) => monthOf(paidAt, this.timeZone))).size;
      case 'growth':
        return sum(this.facts.growth.filter(({ at }) => counts(at)).map(({ amount }) => amount));
    }
  }
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
