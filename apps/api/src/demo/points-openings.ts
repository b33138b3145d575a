import type { INestApplicationContext } from '@nestjs/common';
import { addDays, dayOf, type Clock, type Day } from '@siyu/kernel';
import { CLOCK } from '@siyu/platform';
import { OpeningsService, type OpeningInput } from '@siyu/points';
import type { DemoOptions } from './demo-data';
import type { DemoCustomer } from './demo.types';
import { programmeStart } from './points-programme';

/** What was earned before the programme began lasts from so many months on after the purchase, to the end of the month. */
const MONTHS = 12;

/**
 * The balance that a member brings along from the shop's old points: a point for each yuan of her purchases there, unless
 * they have run out by now. Null for most.
 */
export function openingOf(
  { person, orders }: DemoCustomer,
  options: Pick<DemoOptions, 'endDay' | 'timeZone'>,
  today: Day,
): OpeningInput | null {
  const memberNo = person.identities.find(({ type }) => type === 'member_no');
  const start = programmeStart(options);
  const before = orders.filter(({ kind, status, refund, paidAt }) => {
    return kind === 'sale' && status === 'completed' && refund === null && paidAt !== null && paidAt < start;
  });
  const last = before.at(-1);
  const points = Math.floor(before.reduce((sum, { totalCents }) => sum + totalCents, 0) / 100);
  if (!memberNo || !last || points === 0) return null;
  const lastDay = endOfMonth(dayOf(last.paidAt!, options.timeZone), MONTHS);
  if (lastDay <= today) return null;
  return { source: 'old-points', externalId: last.externalId, identities: [memberNo], points, lastDay };
}

/** Brings the old balances of these customers in, each once. */
export async function bringOpenings(
  app: INestApplicationContext,
  options: DemoOptions,
  customers: readonly DemoCustomer[],
): Promise<void> {
  const today = dayOf(app.get<Clock>(CLOCK).now(), options.timeZone);
  const openings = customers.flatMap((customer) => openingOf(customer, options, today) ?? []);
  const outcomes = await app.get(OpeningsService).recordBatch(openings, { dryRun: false });
  const failed = outcomes.find((one) => one.outcome === 'failed');
  if (failed?.outcome === 'failed') throw new Error(`The demo data was refused: ${failed.code}, ${failed.detail}`);
}

/** Example: the last day of the month 12 months after 2026-03-15 is 2027-03-31. */
function endOfMonth(day: Day, months: number): Day {
  const [year, month] = day.split('-').map(Number);
  const next = new Date(Date.UTC(year!, month! + months, 1));
  return addDays(next.toISOString().slice(0, 10), -1);
}
