import type { INestApplicationContext } from '@nestjs/common';
import { CustomersQueries, ProfilesService } from '@siyu/customers';
import { EventsService, OrdersService, RefundsService, type OrderInput, type Recorded } from '@siyu/orders';
import { demoCustomers, type DemoOptions } from './demo-data';
import type { DemoCustomer, DemoOrder } from './demo.types';
import { bringOpenings } from './points-openings';
import { setUpPoints } from './points-setup';
import { tellStories } from './points-stories';
import { setUpTiers } from './tiers-setup';

/** Customers that are written together; their orders make about one batch. */
const GROUP = 250;
/** One group computes while another waits for the database. */
const GROUPS_AT_ONCE = 2;
/** Balances of old points come with the first customers only: enough for every month, and soon done. */
const GROUPS_WITH_OPENINGS = 20;
/** Most orders or events that one batch takes. */
const BATCH = 1000;
const REFUNDS_AT_ONCE = 6;

export interface SeedReport {
  customers: number;
  orders: number;
  refunds: number;
  events: number;
}

/**
 * Whether the demo shop may come in unasked: into a database without customers, or one where it was stopped half-way. The
 * last customers are written when all others are in, so that their orders tell.
 */
export async function wantsDemo(app: INestApplicationContext, options: DemoOptions): Promise<boolean> {
  if (!(await app.get(CustomersQueries).any())) return true;
  const orders = [...demoCustomers(options)].flatMap((customer) => customer.orders.map(inputOf));
  const [first, last] = [orders[0], orders.at(-1)];
  if (!first || !last) return false;
  const [start, end] = await app.get(OrdersService).recordBatch([first, last], { dryRun: true });
  return start!.outcome !== 'created' && end!.outcome === 'created';
}

/**
 * Puts the demo shop into the books by the same acts that shops and staff use, so that it leaves exactly the rows that real
 * customers would. Orders and events have names of their own: after a stop half-way the same call completes what is missing
 * and repeats nothing. Earning rules are there before the orders; what the orders earn is booked by the worker's jobs, save for
 * the first customers, whose points are spent at once. Tiers come last, so that the worker finds all of the history they are
 * told from.
 *
 * @param onProgress told after each group how many customers are in
 * @throws Error when an order or event is refused, which would be a fault of the generator
 */
export async function seedDemo(
  app: INestApplicationContext,
  options: DemoOptions,
  onProgress: (report: SeedReport) => void,
): Promise<SeedReport> {
  const report: SeedReport = { customers: 0, orders: 0, refunds: 0, events: 0 };
  const shelf = await setUpPoints(app, options);
  const groups = [...inGroups(demoCustomers(options), GROUP)];
  const [first] = groups;
  const withOpenings = new Set(groups.slice(0, GROUPS_WITH_OPENINGS));
  const last = groups.pop() ?? [];
  const waiting = groups.values();
  const write = async (group: DemoCustomer[]) => {
    await writeGroup(app, group);
    if (withOpenings.has(group)) await bringOpenings(app, options, group);
    if (group === first) await tellStories(app, options, shelf, group);
    count(report, group);
    onProgress(report);
  };
  const work = async () => {
    for (const group of waiting) await write(group);
  };
  await Promise.all(Array.from({ length: GROUPS_AT_ONCE }, work));
  await write(last);
  await setUpTiers(app, options);
  return report;
}

async function writeGroup(app: INestApplicationContext, group: DemoCustomer[]): Promise<void> {
  const profiles = group.map(({ person, source, seenAt }) => ({
    ...person,
    birthday: person.birthday ?? undefined,
    source,
    firstSeenAt: seenAt,
  }));
  refuseFailures(await app.get(ProfilesService).recordBatch(profiles));
  // A refund that comes first waits for its order, which takes it along: half the work of turning to each order twice.
  const orders = group.flatMap((customer) => customer.orders);
  const refunded = orders.filter(({ refund }) => refund !== null).values();
  const refund = async () => {
    for (const order of refunded) await app.get(RefundsService).record(order, order.refund!);
  };
  await Promise.all(Array.from({ length: REFUNDS_AT_ONCE }, refund));
  for (const batch of inGroups(orders.map(inputOf), BATCH))
    refuseFailures(await app.get(OrdersService).recordBatch(batch));
  const events = group.flatMap((customer) => customer.events);
  for (const batch of inGroups(events, BATCH)) refuseFailures(await app.get(EventsService).recordBatch(batch));
}

function inputOf({ refund: _, ...order }: DemoOrder): OrderInput {
  return order;
}

function refuseFailures(recorded: Recorded[]): void {
  const failure = recorded.find((one) => one.outcome === 'failed');
  if (failure?.outcome === 'failed') throw new Error(`The demo data was refused: ${failure.code}, ${failure.detail}`);
}

function count(report: SeedReport, group: DemoCustomer[]): void {
  report.customers += group.length;
  for (const { orders, events } of group) {
    report.orders += orders.length;
    report.refunds += orders.filter(({ refund }) => refund !== null).length;
    report.events += events.length;
  }
}

function* inGroups<Item>(items: Iterable<Item>, size: number): Generator<Item[], undefined> {
  let group: Item[] = [];
  for (const item of items) {
    group.push(item);
    if (group.length === size) {
      yield group;
      group = [];
    }
  }
  if (group.length > 0) yield group;
}
