import type { Calendar } from './calendar';
import type { Random } from './random';

/**
 * When a customer buys and how much she is in the mood to spend: the "buy till you die" model BG/NBD (Fader, Hardie and Lee,
 * "Counting your customers the easy way", 2005) with Gamma-Gamma spend (Fader and Hardie, 2013), on the shop's calendar.
 *
 * Each customer has a rate of her own (gamma over customers) and after each purchase leaves for good with a probability of her
 * own (beta over customers). Her orders scatter around a mean of her own, which is independent of her rate.
 *
 * Worked example: rate 1/60 means an order every 60 ordinary days while she stays; with a drop-out of 0.25 she makes four
 * orders on average, if the history is long enough.
 */
const RATE = { shape: 0.85, meanDays: 56 };
const DROP_OUT = { a: 0.72, b: 2.1 };
/** Shape of the orders around the customer's mean, and of the means around each other. */
const SPEND = { orderShape: 5, meanShape: 3.2, meanCents: 24_000 };

export interface Habit {
  /** Orders per ordinary day. */
  rate: number;
  dropOut: number;
  meanCents: number;
}

export function habitOf(random: Random): Habit {
  return {
    rate: random.gamma(RATE.shape) / RATE.shape / RATE.meanDays,
    dropOut: random.beta(DROP_OUT.a, DROP_OUT.b),
    // Inverse gamma, as in Gamma-Gamma: most customers spend little, a few spend many times as much.
    meanCents: ((SPEND.meanShape - 1) * SPEND.meanCents) / random.gamma(SPEND.meanShape),
  };
}

/** Days of her orders as indexes of the calendar, from the first on. */
export function orderDays(habit: Habit, firstDay: number, calendar: Calendar, random: Random): number[] {
  const days = [firstDay];
  for (let day: number | null = firstDay; ; days.push(day)) {
    if (random.chance(habit.dropOut)) return days;
    day = calendar.after(day, random.exponential() / habit.rate);
    if (day === null) return days;
  }
}

export function wishCents(habit: Habit, random: Random): number {
  return (habit.meanCents * random.gamma(SPEND.orderShape)) / SPEND.orderShape;
}
