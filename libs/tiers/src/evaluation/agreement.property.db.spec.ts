import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayOf } from '@siyu/kernel';
import { rows } from '@siyu/platform';
import { TiersHouse } from '../testing/house';
import { knownBy, type History } from '../testing/history';
import { LADDER_ID } from '../testing/ladders';
import { long, runs } from '../testing/lengths';
import { randomLives, type Deed, type Lives, type Moment } from '../testing/random-lives';
import { inForce, ReferenceTiers } from '../testing/reference';
import { recordOf, recordsOf } from '../testing/records';
import type { LadderVersion } from '../ladders/domain/ladder';

interface Life {
  customerId: string;
  history: History;
  reference: ReferenceTiers;
}

/** Beside the usual one: zones of which days are 23 and 25 hours long, in the second one beginning with an hour that is not. */
describe.each(['Asia/Shanghai', 'America/New_York', 'Africa/Cairo'])('evaluation in %s', (timeZone) => {
  let house: TiersHouse;
  const counted = { customers: 0, moves: 0 };

  beforeAll(async () => {
    house = await TiersHouse.open(timeZone);
  });
  afterAll(() => house.close());

  it(
    'agrees with the slow evaluator on any ladder, history and moment, and done again writes nothing',
    async () => {
      const property = fc.asyncProperty(randomLives(timeZone), (lives) => live(lives));
      await fc.assert(property, { numRuns: runs(6, 250) });
      // Few runs may draw few customers who hardly move; many that do would mean that the draw is worth nothing.
      expect(counted.customers).toBeGreaterThanOrEqual(runs(6, 2_000));
      expect(counted.moves).toBeGreaterThanOrEqual(runs(0, 2_000));
    },
    long(180_000, 3_600_000),
  );

  async function live({ ladders, histories, moments, isPlacement }: Lives): Promise<void> {
    const versions = ladders.map(({ terms, from }, place): LadderVersion => {
      const publishedAt = new Date(Date.UTC(2020, 0, 1 + place));
      const told = { ladderId: LADDER_ID, version: place + 1, ladderName: 'ladder' };
      return { ...told, terms, effectiveFrom: from, publishedAt };
    });
    await house.begin(versions);
    const ids = await house.customers(histories.map(({ memberSince }) => memberSince));
    const lives = ids.map((customerId, place): Life => {
      return { customerId, history: histories[place]!, reference: new ReferenceTiers(versions, timeZone) };
    });
    for (const [place, moment] of moments.entries()) {
      await look(lives, moment, isPlacement && place === 0);
      for (const deed of moment.deeds) await carryOut(deed, lives[deed.customer % lives.length]!, versions);
      await expectAgreement(lives);
      await expectNothingNew(ids, moment);
    }
    counted.customers += lives.length;
    for (const { reference } of lives) counted.moves += reference.standing.moves.length;
  }

  async function look(lives: Life[], { at, how }: Moment, isPlacement: boolean): Promise<void> {
    house.now = at;
    await house.know(new Map(lives.map(({ customerId, history }) => [customerId, history])), at);
    for (const { reference, history } of lives) reference.look({ now: at, facts: knownBy(history, at), isPlacement });
    if (isPlacement) await house.place();
    else await evaluate(lives, how);
  }

  async function evaluate(lives: Life[], how: Moment['how']): Promise<void> {
    if (how === 'run') await house.run();
    else await house.evaluation.evaluate(lives.map(({ customerId }) => customerId));
  }

  /** Somebody of the staff acts, and the customer is looked at again. */
  async function carryOut(
    deed: Deed,
    { customerId, history, reference }: Life,
    versions: LadderVersion[],
  ): Promise<void> {
    const { tiers } = inForce(versions, house.now)!.terms;
    const tierKey = tiers[deed.tier % tiers.length]!.key;
    if (deed.does === 'import') {
      const validUntil = deed.isOpen ? null : deed.until;
      reference.import(house.now, tierKey, validUntil);
      await house.import(customerId, tierKey, validUntil);
    } else if (deed.does === 'lock') {
      const today = dayOf(house.now, timeZone);
      const lock = { tierKey, until: deed.until < today ? today : deed.until, mayRise: deed.mayRise };
      reference.lock(house.now, lock);
      await house.lock(customerId, lock);
    } else if (reference.standing.lock) {
      reference.lock(house.now, null);
      await house.lock(customerId, null);
    }
    reference.look({ now: house.now, facts: knownBy(history, house.now) });
    await house.evaluation.evaluate([customerId]);
  }

  async function expectAgreement(lives: Life[]): Promise<void> {
    const found = await recordsOf(
      house,
      lives.map(({ customerId }) => customerId),
    );
    for (const { customerId, reference } of lives) {
      const [one, other] = [found.get(customerId), recordOf(reference)];
      if (JSON.stringify(one) !== JSON.stringify(other)) expect(one).toEqual(other);
    }
  }

  /** Who looks again touches no row. */
  async function expectNothingNew(ids: string[], { how }: Moment): Promise<void> {
    const before = await touched();
    if (how === 'run') await house.run();
    else await house.evaluation.evaluate(ids);
    expect(await touched()).toEqual(before);
  }

  function touched(): Promise<unknown[]> {
    return rows(
      house.em,
      `select customer_id, ctid::text, xmin::text, move_no from tiers_members
       union all select customer_id, ctid::text, xmin::text, move_no from tiers_moves
       union all select customer_id, ctid::text, xmin::text, 0 from tiers_benefit_issues
       order by 1, 2, 3`,
    );
  }
});
