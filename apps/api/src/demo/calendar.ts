import { addDays, daysBetween, startOfDay, type Day } from '@siyu/kernel';
import type { Random } from './random';

/** How far back the shop's history goes. */
export const HISTORY_DAYS = 3 * 365;

/** Sales festivals: first and last day (month, day), and how many times an ordinary day's purchases they see. */
const FESTIVALS: [first: number, last: number, factor: number][] = [
  [3_06, 3_08, 1.8],
  [5_18, 5_20, 1.4],
  [6_01, 6_15, 1.5],
  [6_16, 6_18, 4],
  [10_20, 11_09, 1.4],
  [11_10, 11_11, 6],
  [12_11, 12_12, 2.2],
];
/** Monday to Sunday. */
const WEEKDAYS = [0.92, 0.9, 0.92, 0.96, 1.06, 1.14, 1.1];
/** Midnight to eleven at night: a lunch break and a long evening on the phone. */
const HOURS = [14, 7, 4, 2, 2, 3, 8, 16, 28, 40, 50, 52, 58, 52, 44, 43, 44, 45, 48, 58, 76, 88, 74, 38];

/**
 * When people buy: how strongly each day of the history draws, with festivals, the quiet around Chinese New Year, weekdays
 * and (for new customers) the growth of the shop. Instants are drawn by inverting the running sum.
 */
export interface Calendar {
  firstDay: Day;
  endDay: Day;
  /** Draws the day, as an index from the first, on which a customer comes for the first time. */
  arrival(random: Random): number;
  /**
   * The day after waiting `effort` from the given day, where an ordinary day is worth 1 and a festival more, or null when
   * that lies behind the end day.
   */
  after(dayIndex: number, effort: number): number | null;
  /** A time on that day, when people are awake. */
  timeOn(dayIndex: number, random: Random): Date;
  /** The first instant behind the end day. */
  end: Date;
}

export function calendarUntil(endDay: Day, timeZone: string): Calendar {
  const firstDay = addDays(endDay, 1 - HISTORY_DAYS);
  const days = Array.from({ length: HISTORY_DAYS }, (_, index) => addDays(firstDay, index));
  const starts = days.map((day) => startOfDay(day, timeZone).getTime());
  const pull = runningSum(days.map(pullOf));
  // New customers per day grow about fivefold over the three years.
  const arrivals = runningSum(days.map((day, index) => pullOf(day) * (0.35 + 1.65 * (index / HISTORY_DAYS) ** 1.3)));
  return {
    firstDay,
    endDay,
    end: startOfDay(addDays(endDay, 1), timeZone),
    arrival: (random) => indexAt(arrivals, random.next() * arrivals.at(-1)!),
    after: (dayIndex, effort) => {
      const target = pull[dayIndex]! + effort;
      return target >= pull.at(-1)! ? null : indexAt(pull, target);
    },
    timeOn: (dayIndex, random) =>
      new Date(starts[dayIndex]! + (random.weighted(HOURS) * 3600 + random.below(3600)) * 1000),
  };
}

/** How much one day draws, in ordinary days. */
export function pullOf(day: Day): number {
  const monthAndDay = Number(day.slice(5, 7)) * 100 + Number(day.slice(8));
  const festival = FESTIVALS.find(([first, last]) => first <= monthAndDay && monthAndDay <= last)?.[2] ?? 1;
  const weekday = WEEKDAYS[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7]!;
  return festival * weekday * newYearFactor(day);
}

/** Gifts in the fortnight before, hardly a parcel from the eve to the sixth day. */
function newYearFactor(day: Day): number {
  const offset = daysBetween(chineseNewYear(Number(day.slice(0, 4))), day);
  if (offset >= -16 && offset < -4) return 1.5;
  if (offset >= -4 && offset < 7) return 0.3;
  return 1;
}

const chineseCalendar = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'UTC',
  month: 'numeric',
  day: 'numeric',
});
const newYears = new Map<number, Day>();

/** The first day of the first month, which falls between 20 January and 21 February. */
export function chineseNewYear(year: number): Day {
  let found = newYears.get(year);
  if (!found) {
    const candidates = Array.from({ length: 33 }, (_, index) => addDays(`${year}-01-20`, index));
    found = candidates.find((day) => chineseCalendar.format(new Date(`${day}T00:00:00Z`)) === '1/1') ?? `${year}-02-04`;
    newYears.set(year, found);
  }
  return found;
}

function runningSum(values: number[]): number[] {
  let sum = 0;
  return values.map((value) => (sum += value));
}

/** The first index whose running sum lies above the target. */
function indexAt(sums: number[], target: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! > target) high = middle;
    else low = middle + 1;
  }
  return low;
}
