import { DEFAULT_TIME_ZONE } from '@siyu/kernel';
import type { LadderTerms } from '../../ladders/domain/ladder';
import { terms, version } from '../ladders';
import type { Outcome, Story } from '../story';

/** A story and what must come of it. */
export interface ToldStory {
  name: string;
  story: Story;
  outcome: Omit<Outcome, 'gifts'> & Partial<Outcome>;
}

/** What a story does not mention is usual: the house is in Shanghai, one ladder holds from 2020 on, nothing happens. */
export function told(
  name: string,
  { rules, ...story }: Partial<Story> & Pick<Story, 'acts'> & { rules?: Partial<LadderTerms> },
  moves: string[],
  stands: string,
  gifts?: string[],
): ToldStory {
  return {
    name,
    story: {
      timeZone: DEFAULT_TIME_ZONE,
      versions: [version(1, '2020-01-01T00:00:00+08:00', terms(rules))],
      memberSince: '2020-05-05T10:00:00+08:00',
      orders: [],
      growth: [],
      ...story,
    },
    outcome: { moves, stands, ...(gifts && { gifts }) },
  };
}
