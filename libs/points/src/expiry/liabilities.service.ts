import { Inject, Injectable } from '@nestjs/common';
import { addMonths, dayOf, startOfDay, type Clock, type Day } from '@siyu/kernel';
import { CLOCK, Database } from '@siyu/platform';
import type { PointValue } from '../programme/domain/programme';
import { ProgrammesService } from '../programme/programmes.service';
import { breakageOf, expectedBreakage, valueOf, type Breakage } from './domain/breakage';
import { LiabilitiesQueries, type Totals } from './liabilities.queries';

export interface LiabilityMonth {
  /** `2027-03` in the programme's zone. */
  month: string;
  points: number;
  expectedBreakage: number | null;
  expectedRedemption: number | null;
  valueCents: number | null;
}

export interface Liability extends Totals {
  computedAt: Date;
  timeZone: string;
  months: LiabilityMonth[];
  neverExpiring: number;
  /** Part of `months`: what ends only if the customer does nothing. */
  endingByInactivity: number;
  breakage: Breakage & { from: Day; until: Day };
  expectedBreakage: number | null;
  expectedRedemption: number | null;
  pointValue: PointValue | null;
  valueCents: number | null;
}

/** What the house owes in points. */
@Injectable()
export class LiabilitiesService {
  constructor(
    private readonly database: Database,
    private readonly queries: LiabilitiesQueries,
    private readonly programmes: ProgrammesService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** By the month in which points end, with what history lets expect of each. */
  async liability(): Promise<Liability> {
    const { em } = this.database;
    const { timeZone, pointValue = null } = await this.programmes.current();
    const computedAt = this.clock.now();
    const past = pastYear(dayOf(computedAt, timeZone), timeZone);
    const [totals, lots, idle, expired] = await Promise.all([
      this.queries.totals(em),
      this.queries.months(em, past, timeZone),
      this.queries.idleMonths(em, timeZone),
      this.queries.expired(em, past),
    ]);
    const breakage = breakageOf({
      cameDue: sum(lots.map(({ cameDue }) => cameDue)),
      expired,
      since: earliest(lots.map(({ since }) => since)),
      from: past.from,
    });
    const months = [...byMonth([...lots, ...idle])].map(([month, points]) =>
      foreseen(month, points, breakage, pointValue),
    );
    const neverExpiring = lots.find(({ month }) => month === null)?.points ?? 0;
    const broken = breakage.basisPoints === null ? null : sum(months.map((month) => month.expectedBreakage!));
    return {
      ...totals,
      computedAt,
      timeZone,
      months,
      neverExpiring,
      endingByInactivity: sum(idle.map(({ points }) => points)),
      breakage: { ...breakage, from: past.first, until: past.last },
      expectedBreakage: broken,
      expectedRedemption: broken === null ? null : totals.outstanding - broken,
      pointValue,
      valueCents: valueOf(totals.outstanding, pointValue),
    };
  }
}

/** The twelve complete months before today's: their days, and the moments at which their points ended. */
function pastYear(today: Day, timeZone: string) {
  const thisMonth = `${today.slice(0, 7)}-01`;
  const first = addMonths(thisMonth, -12);
  return { first, last: thisMonth, from: startOfDay(first, timeZone), until: startOfDay(thisMonth, timeZone) };
}

function foreseen(month: string, points: number, breakage: Breakage, value: PointValue | null): LiabilityMonth {
  const broken = expectedBreakage(points, breakage);
  return {
    month,
    points,
    expectedBreakage: broken,
    expectedRedemption: broken === null ? null : points - broken,
    valueCents: valueOf(points, value),
  };
}

function byMonth(parts: { month: string | null; points: number }[]): Map<string, number> {
  const months = new Map<string, number>();
  for (const { month, points } of parts) {
    if (month !== null && points > 0) months.set(month, (months.get(month) ?? 0) + points);
  }
  return new Map([...months].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function earliest(moments: (Date | null)[]): Date | null {
  return moments.reduce((first, one) => (one && (!first || one < first) ? one : first), null);
}
