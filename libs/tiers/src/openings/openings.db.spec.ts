import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { row } from '@siyu/platform';
import { StandingHouse } from '../standing/testing/standing-house';
import { OpeningsService, type OpeningInput } from './openings.service';

const MEMBERS = 60;

describe('tiers that two callers bring in at the same time', () => {
  let house: StandingHouse;
  const record = (source: string, member: number, tier: string): OpeningInput => ({
    source,
    externalId: String(member),
    identities: [{ type: 'phone', value: `138${String(member).padStart(8, '0')}` }],
    tier,
    growth: 100,
  });
  const bringIn = (inputs: OpeningInput[]) =>
    house.test.app.get(OpeningsService).recordBatch(inputs, { dryRun: false });
  const count = async (sql: string) => (await row<{ count: number }>(house.em, `select count(*)::int ${sql}`))!.count;

  beforeAll(async () => {
    house = await StandingHouse.open();
    await house.publish();
  });
  afterAll(() => house.close());

  it('are brought in once, and of two systems the higher one counts', async () => {
    const members = Array.from({ length: MEMBERS }, (_, member) => member);
    const pos = members.map((member) => record('pos', member, member % 2 ? 'gold' : 'silver'));
    const mall = members.map((member) => record('mall', member, member % 2 ? 'silver' : 'gold'));
    const answers = await Promise.all([
      bringIn(pos),
      bringIn(mall.toReversed()),
      bringIn(pos.toReversed()),
      bringIn(mall),
    ]);
    const outcomes = answers.flat().map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(2 * MEMBERS);
    expect(outcomes.filter((outcome) => outcome === 'unchanged')).toHaveLength(2 * MEMBERS);
    expect(await count(`from tiers_members where own_key = 'gold'`)).toBe(MEMBERS);
    expect(await count('from tiers_value_entries where amount = 100')).toBe(2 * MEMBERS);
    expect(await count('from tiers_value_accounts where balance = 200')).toBe(MEMBERS);
    // Where silver came first, gold follows; where gold came first, nothing does.
    const doubled = `(select customer_id from tiers_moves where to_key = 'gold' group by customer_id having count(*) > 1) as d`;
    expect(await count(`from ${doubled}`)).toBe(0);
  });
});
