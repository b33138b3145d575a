import { describe, expect, it } from '@jest/globals';
import { STORIES } from './stories';
import { inMemory, tell } from './story';

describe('the slow evaluator', () => {
  describe.each(Object.entries(STORIES))('%s', (_, stories) => {
    it.each(stories)('$name', async ({ story, outcome }) => {
      expect(await tell(story, inMemory(story))).toMatchObject(outcome);
    });
  });
});
