import { addMonths, type Day } from '@siyu/kernel';
import { figureName, figuresOf, meets, type Figure } from '../../evaluation/domain/figures';
import { keepingOf, type LadderTerms } from '../../ladders/domain/ladder';
import { countsFor, figuresAt, type History, type Values } from './contributions';
import { leavesOn } from './leaving-days';

/*
 * What leaves the windows of a ladder when, if the customer does nothing more: of a rolling window each day by itself, of a
 * year everything at its end.
 *
 * Example: 银卡 is kept by 500.00 in 12 months, spent were 400.00 on 2025-04-02 and 200.00 on 2026-01-05. On 2026-04-02 the 400.00
 * leave, 200.00 are left, and that alone is below what keeps 银卡.
 */

/** An amount that stops counting on a day. */
export interface Leaving extends Figure {
  figure: string;
  /** May be negative: a return that is forgotten raises the figure. */
  amount: number;
  hasAfter: number;
}

export interface LeavingDay {
  day: Day;
  leaving: Leaving[];
  /** Tiers whose threshold the figures met before that day and no longer meet: of her own tier and those below the keeping one. */
  noLongerMet: string[];
}

/**
 * Every day of the next 12 months on which something leaves, in their order.
 *
 * @param ownRank the tier of which keeping is asked; above it, entering
 */
export function leavingOf(
  terms: Pick<LadderTerms, 'tiers'>,
  ownRank: number,
  history: History,
  today: Day,
): LeavingDay[] {
  const figures = figuresOf(terms);
  let before = figuresAt(figures, today, today, history);
  return daysOfLeaving(figures, history, today).flatMap((day) => {
    const after = figuresAt(figures, day, today, history);
    const leaving = figures.flatMap((figure) => change(figure, before, after));
    const thresholds = terms.tiers.map((tier, rank) => (rank <= ownRank ? keepingOf(tier) : tier.enter));
    const lost = terms.tiers.filter(
      (_, rank) => rank > 0 && meets(thresholds[rank]!, before) && !meets(thresholds[rank]!, after),
    );
    before = after;
    return leaving.length > 0 ? [{ day, leaving, noLongerMet: lost.map(({ key }) => key) }] : [];
  });
}

function change({ measure, window }: Figure, before: Values, after: Values): Leaving[] {
  const figure = figureName({ measure, window });
  const hasAfter = after[figure]!;
  const amount = before[figure]! - hasAfter;
  return amount === 0 ? [] : [{ measure, window, figure, amount, hasAfter }];
}

function daysOfLeaving(figures: readonly Figure[], history: History, today: Day): Day[] {
  const horizon = addMonths(today, 12);
  const days = figures.flatMap(({ measure, window }) =>
    history.contributions
      .filter((of) => of.day <= today && countsFor(measure, of))
      .map(({ day }) => leavesOn(window, day, history.memberSince)),
  );
  return [...new Set(days)].filter((day) => day !== null && day > today && day <= horizon).sort() as Day[];
}
