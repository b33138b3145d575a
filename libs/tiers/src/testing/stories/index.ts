import { DAY_STORIES } from './days.stories';
import { END_STORIES } from './ends.stories';
import { FIGURE_STORIES } from './figures.stories';
import { GIFT_STORIES } from './gifts.stories';
import { LOCK_STORIES } from './locks.stories';
import { PERIOD_STORIES } from './periods.stories';
import { REFUND_STORIES } from './refunds.stories';
import { VERSION_STORIES } from './versions.stories';

export { type ToldStory } from './told-story';

export const STORIES = {
  'days and windows': DAY_STORIES,
  figures: FIGURE_STORIES,
  periods: PERIOD_STORIES,
  refunds: REFUND_STORIES,
  'ends of validity': END_STORIES,
  'ladders that change': VERSION_STORIES,
  gifts: GIFT_STORIES,
  'locks and promises': LOCK_STORIES,
};
