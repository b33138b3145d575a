import { defineEvent } from '@siyu/platform';

/** A version was published; it counts from its time on, which may be now. */
export interface LadderPublished {
  ladderId: string;
  version: number;
  /** ISO 8601. */
  effectiveFrom: string;
}

export const ladderPublished = defineEvent<LadderPublished>('tiers.ladder-published');
