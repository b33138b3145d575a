import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { order } from '../testing/history';
import { TiersHouse } from '../testing/house';
import { terms, version } from '../testing/ladders';
import { STORIES } from '../testing/stories';
import { inTheHouse } from '../testing/story-house';
import { tell } from '../testing/story';

const ALL = Object.values(STORIES).flat();

describe('where customers stand', () => {
  const houses = new Map<string, TiersHouse>();

  beforeAll(async () => {
    for (const timeZone of new Set(ALL.map(({ story }) => story.timeZone))) {
      houses.set(timeZone, await TiersHouse.open(timeZone));
    }
  });
  afterAll(async () => {
    for (const house of houses.values()) await house.close();
  });

  describe.each(Object.entries(STORIES))('%s', (_, stories) => {
    it.each(stories)('$name', async ({ story, outcome }) => {
      const house = houses.get(story.timeZone)!;
      expect(await tell(story, await inTheHouse(house, story))).toMatchObject(outcome);
    });
  });

  it('orders that go from one customer to another lift the one and undo the other', async () => {
    const house = houses.get('Asia/Shanghai')!;
    await house.begin([version(1, '2020-01-01T00:00:00+08:00', terms())]);
    const [kept, gone] = (await house.customers([new Date(), new Date()])) as [string, string];
    const histories = [
      [order('2026-03-01T10:00:00+08:00', 400_000)],
      [order('2026-03-02T10:00:00+08:00', 100_000)],
    ].map((orders) => ({ memberSince: new Date(), orders, growth: [] }));
    house.now = new Date('2026-03-10T10:00:00+08:00');
    await house.know(
      new Map([
        [kept, histories[0]!],
        [gone, histories[1]!],
      ]),
      house.now,
    );
    await house.evaluation.evaluate([kept, gone]);
    await house.give(gone, kept);
    house.now = new Date('2026-03-11T10:00:00+08:00');
    await house.evaluation.evaluate([gone, kept]);
    const found = await house.standings([kept, gone]);
    expect(found.get(kept)!.moves.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['rose', 'basic', 'silver'],
      ['rose', 'silver', 'gold'],
    ]);
    expect(found.get(gone)!.moves.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['rose', 'basic', 'silver'],
      ['undone', 'silver', 'basic'],
    ]);
  });
});
