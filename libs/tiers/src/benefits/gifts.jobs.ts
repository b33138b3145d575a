import { defineJob } from '@siyu/platform';

/** Hands over the gifts of these customers: right after they rose. */
export const deliverGifts = defineJob<{ customerIds: string[] }>('tiers.deliver-gifts');
/** Hands over whatever lies undelivered: after a run over everybody, and after a crash. */
export const sweepGifts = defineJob<Record<string, never>>('tiers.sweep-gifts');
/** Once a day; days that were missed are caught up. */
export const giveBirthdayGifts = defineJob<Record<string, never>>('tiers.birthday-gifts');
