import { defineEvent } from '@siyu/platform';
import type { OrderPlace } from './orders.store';

/** Orders or refunds of these customers were recorded, changed or moved; their figures are already right. */
export interface OrdersChanged {
  customerIds: string[];
  /** Which orders; one that moved is named with the customer it left, too, and is no longer to be found there. */
  orders: OrderPlace[];
}

export const ordersChanged = defineEvent<OrdersChanged>('orders.changed');

/** How many customers one event names at most: large enough to be rare, small enough for one job's transaction. */
export const CUSTOMERS_PER_EVENT = 500;

/** Behavioural events were recorded or changed; one that moved is named with the customer it left, too. */
export interface EventsRecorded {
  events: { customerId: string; eventId: string; type: string }[];
}

export const eventsRecorded = defineEvent<EventsRecorded>('orders.events-recorded');

/** How many behavioural events one event names at most. */
export const EVENTS_PER_EVENT = 500;
