import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TiersHouse } from '../testing/house';
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
      expect(await tell(story, await inTheHouse(house, story))).toEqual(outcome);
    });
  });
});
