import { defineJob } from '@siyu/platform';

/** Does one proof of the books that was queued. */
export const proveBooks = defineJob<{ verificationId: string }>('points.verify');
