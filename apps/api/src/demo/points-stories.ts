import type { INestApplicationContext } from '@nestjs/common';
import { daysBetween, dayOf, type Clock } from '@siyu/kernel';
import { PurchasesQueries } from '@siyu/orders';
import { CLOCK } from '@siyu/platform';
import { OrderAwardsService } from '@siyu/points';
import type { DemoOptions } from './demo-data';
import type { DemoCustomer } from './demo.types';
import { PointsActs } from './points-acts';
import { membersOf, type DemoMember } from './points-members';
import { programmeStart } from './points-programme';
import type { Shelf } from './points-setup';

type Story = (acts: PointsActs, member: DemoMember) => Promise<void>;

/** What happens, how often, and what it takes: points from orders, or (`null`) a customer who has none. */
const STORIES: [times: number, needs: number | null, story: Story][] = [
  [1, 1500, (acts, member) => acts.redeemGoods(member, '四季花茶礼盒', 'requested')],
  [2, 400, (acts, member) => acts.redeemGoods(member, '旅行水乳三件套', 'shipped')],
  [3, 200, (acts, member) => acts.redeemGoods(member, '护手霜 50g', 'requested')],
  [2, 200, (acts, member) => acts.redeemGoods(member, '护手霜 50g', 'completed')],
  [1, 200, (acts, member) => acts.redeemGoods(member, '护手霜 50g', 'cancelled')],
  [5, 100, (acts, member) => acts.redeem(member, '满 199 减 20 元券')],
  [3, 150, (acts, member) => acts.redeem(member, '敏感肌护理入门课（6 节）')],
  [6, 100, (acts, member) => acts.payAtTill(member)],
  [2, 100, (acts, member) => acts.reserve(member, 'open')],
  [1, 100, (acts, member) => acts.reserve(member, 'captured')],
  [1, 100, (acts, member) => acts.reserve(member, 'released')],
  [3, null, (acts, member) => acts.fallIntoDebt(member)],
  [3, null, (acts, member) => acts.promise(member)],
  [4, null, (acts, member) => acts.giveForShort(member)],
  [2, null, (acts, member) => acts.correct(member, 300, '客诉补偿')],
  [1, null, (acts, member) => acts.correct(member, 12_000, '旧系统积分补登')],
  [1, null, (acts, member) => acts.correct(member, 20_000, '年度大客户回馈')],
  [6, null, (acts, member) => acts.signIn(member, 2)],
];

/** An older shop's points would have run out in the meantime. */
const LATEST_DAYS = 180;

/**
 * Lets some of these customers spend, redeem, reserve and owe points, each by the act that a member, a till or staff would do.
 * Who does what follows from the customers alone, so that a repetition tells everybody the same story and nothing twice.
 */
export async function tellStories(
  app: INestApplicationContext,
  options: DemoOptions,
  shelf: Shelf,
  customers: readonly DemoCustomer[],
): Promise<void> {
  const now = app.get<Clock>(CLOCK).now();
  if (daysBetween(options.endDay, dayOf(now, options.timeZone)) > LATEST_DAYS) return;
  const since = programmeStart(options);
  const waiting = await membersOf(app, options, customers);
  await awardNow(app, customers, since);
  const acts = new PointsActs(app, shelf, now);
  for (const [times, needs, story] of STORIES)
    for (let time = 0; time < times; time += 1) {
      const index = waiting.findIndex(({ worth, isBlank }) => (needs === null ? isBlank : worth >= needs));
      if (index < 0) continue;
      const [member] = waiting.splice(index, 1);
      await story(acts, member!);
    }
}

/** What these customers' orders earn, without waiting for the job that does so for everybody. */
async function awardNow(app: INestApplicationContext, customers: readonly DemoCustomer[], since: Date): Promise<void> {
  const names = customers.flatMap(({ orders }) => orders.filter(({ paidAt }) => paidAt !== null && paidAt >= since));
  await app.get(OrderAwardsService).settle(await app.get(PurchasesQueries).places(names));
}
