import { defineEvent } from '@siyu/platform';

/** Points of these customers end soon: `points` of them at `expiresAt`, so many `days` from now. */
export interface PointsExpiring {
  customers: { customerId: string; points: number; expiresAt: string; days: number }[];
}

export const pointsExpiring = defineEvent<PointsExpiring>('points.expiring');

/** How many customers one event names at most. */
export const CUSTOMERS_PER_EVENT = 500;
