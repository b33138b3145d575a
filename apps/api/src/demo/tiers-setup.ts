import type { INestApplicationContext } from '@nestjs/common';
import { addMonths } from '@siyu/kernel';
import {
  LADDER_TEMPLATES,
  LaddersService,
  PublicationsService,
  VALUE_LEDGERS,
  VALUE_TEMPLATES,
  ValueRulesService,
  VersionsQueries,
} from '@siyu/tiers';
import { channels } from './channels';
import type { DemoOptions } from './demo-data';

/** How long the shop has had tiers. */
const MONTHS = 18;
const LADDER = 'spending';

/** Factors of the templates are for channels by name; the demo's orders name theirs by code. */
const CODES = new Map(channels.map(({ code, name }) => [name, code]));

/**
 * Gives the demo shop its tiers, for which the history that is in by now counts: growth value and value score from the
 * beginning, a ladder for a year and a half. What is there already stays as it is. The worker does the counting.
 */
export async function setUpTiers(app: INestApplicationContext, options: DemoOptions): Promise<void> {
  for (const ledger of VALUE_LEDGERS) {
    const rules = app.get(ValueRulesService);
    if ((await rules.latest(ledger)).version > 0) continue;
    const sent = VALUE_TEMPLATES[ledger].map((rule) => ({ ...rule, weights: rule.weights?.flatMap(byCode) }));
    await rules.replace(null, ledger, { rules: sent, fromHistory: true, note: '演示数据' });
  }
  if (await app.get(VersionsQueries).any()) return;
  const { name, terms } = LADDER_TEMPLATES.find(({ key }) => key === LADDER)!;
  const { ladderId, draftRevision } = await app.get(LaddersService).create(null, name, { terms });
  const effectiveFrom = addMonths(options.endDay, -MONTHS);
  const wish = { revision: draftRevision, effectiveFrom, note: '演示数据' };
  await app.get(PublicationsService).publish(null, ladderId, wish);
}

function byCode({ channel, factor }: { channel: string; factor: string }): { channel: string; factor: string }[] {
  const found = [...CODES].filter(([name]) => name.includes(channel));
  return found.map(([, code]) => ({ channel: code, factor }));
}
