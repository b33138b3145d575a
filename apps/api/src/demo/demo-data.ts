import type { Day } from '@siyu/kernel';
import { calendarUntil, HISTORY_DAYS, type Calendar } from './calendar';
import { tasteOf } from './catalogue';
import { firstChannel } from './channels';
import type { DemoCustomer } from './demo.types';
import { eventsOf } from './events';
import { ordersOf } from './orders';
import { personOf } from './people';
import { habitOf, orderDays } from './purchases';
import { randomOf } from './random';

export interface DemoOptions {
  customers: number;
  seed: number;
  /** Last day of the history; nothing happens after it. */
  endDay: Day;
  /** Where that day begins and ends. */
  timeZone: string;
}

/** Enrolled at the counter or by a friend's link, and never bought. */
const NEVER_BUYS = 0.04;

/**
 * A made-up shop's customers over three years, one by one, so that any number of them fits into memory. The same options give
 * the same customers; more customers give the same first ones.
 */
export function* demoCustomers({ customers, seed, endDay, timeZone }: DemoOptions): Generator<DemoCustomer> {
  const calendar = calendarUntil(endDay, timeZone);
  for (let index = 0; index < customers; index += 1) yield demoCustomer(seed, index, calendar);
}

function demoCustomer(seed: number, index: number, calendar: Calendar): DemoCustomer {
  const random = randomOf(seed, index);
  const firstDay = calendar.arrival(random);
  const home = firstChannel(firstDay / HISTORY_DAYS, random);
  const person = personOf(seed, index, home, calendar.endDay, random);
  const habit = habitOf(random);
  const days = random.chance(NEVER_BUYS) ? [] : orderDays(habit, firstDay, calendar, random);
  const times = days.map((day) => calendar.timeOn(day, random)).sort((one, other) => one.getTime() - other.getTime());
  const buyer = { index, home, identities: person.identities, habit, taste: tasteOf(random) };
  const orders = ordersOf(buyer, times, calendar, random);
  return {
    person,
    source: home.code,
    seenAt: times[0] ?? calendar.timeOn(firstDay, random),
    orders,
    events: eventsOf(index, person.identities, orders, firstDay, calendar, random),
  };
}
