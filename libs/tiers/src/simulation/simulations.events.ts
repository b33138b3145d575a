import { defineJob } from '@siyu/platform';

/** Tries a ladder on everybody. */
export const simulate = defineJob<{ simulationId: string }>('tiers.simulate', { maxAttempts: 5 });
