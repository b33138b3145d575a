import type { INestApplicationContext } from '@nestjs/common';
import {
  CodesService,
  ProgrammesService,
  RewardsQueries,
  RewardsService,
  RulesQueries,
  RulesService,
} from '@siyu/points';
import type { DemoOptions } from './demo-data';
import { rewards, rulesOf, settingsOn, type DemoReward, type DemoRule } from './points-programme';

/** Most rules or rewards that are looked through for those of the demo. */
const LOOK_AT = 100;

/** What the customers of the demo can redeem, by name. */
export type Shelf = ReadonlyMap<string, string>;

/**
 * Sets the programme up; what is there already stays as it is, also when staff have changed it since. By nobody in particular:
 * the demo comes before the first administrator does.
 */
export async function setUpPoints(app: INestApplicationContext, options: DemoOptions): Promise<Shelf> {
  const programmes = app.get(ProgrammesService);
  const { version, settings } = await programmes.inForce();
  const { day } = await programmes.today();
  if (version === 0) await programmes.replace(null, settingsOn(day, settings), '演示数据', version);
  const known = await app.get(RulesQueries).page({}, LOOK_AT);
  const named = new Map(known.items.map(({ rule, version: { content } }) => [content.name, rule]));
  for (const each of rulesOf(options)) await setUpRule(app, each, named.get(each.rule.name));
  return setUpRewards(app);
}

async function setUpRule(
  app: INestApplicationContext,
  { rule, frame, isActive }: DemoRule,
  known?: { ruleId: string; status: string },
): Promise<void> {
  const rules = app.get(RulesService);
  const ruleId = known?.ruleId ?? (await rules.create(null, rule, frame)).rule.ruleId;
  if (isActive && (known?.status ?? 'draft') === 'draft') await rules.act(null, ruleId, 'activate');
}

async function setUpRewards(app: INestApplicationContext): Promise<Shelf> {
  const { items } = await app.get(RewardsQueries).page({ limit: LOOK_AT });
  const known = new Map(items.map((reward) => [reward.name, reward]));
  const shelf = new Map<string, string>();
  for (const reward of rewards) {
    const { name } = reward.terms;
    shelf.set(name, await setUpReward(app, reward, known.get(name)));
  }
  return shelf;
}

async function setUpReward(
  app: INestApplicationContext,
  { terms, stock, codes, isPublished }: DemoReward,
  known?: { id: string; status: string },
): Promise<string> {
  const service = app.get(RewardsService);
  const rewardId = known?.id ?? (await service.create(null, terms, stock));
  if ((known?.status ?? 'draft') !== 'draft' || !isPublished) return rewardId;
  if (codes.length > 0) await app.get(CodesService).add(null, rewardId, new TextEncoder().encode(codes.join('\n')));
  await service.publish(null, rewardId);
  return rewardId;
}
