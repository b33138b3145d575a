import { DAY_STORIES } from './days.stories';
import { END_STORIES } from './ends.stories';
import { FIGURE_STORIES } from './figures.stories';
import { LOCK_STORIES } from './locks.stories';
import { REFUND_STORIES } from './refunds.stories';
import { VERSION_STORIES } from './versions.stories';

export { type ToldStory } from './told-story';

export const STORIES = {
  'days and windows': DAY_STORIES,
  figures: FIGURE_STORIES,
  refunds: REFUND_STORIES,
  'ends of validity': END_STORIES,
  'ladders that change': VERSION_STORIES,
  'locks and promises': LOCK_STORIES,
};
