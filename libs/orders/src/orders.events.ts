import { defineEvent } from '@siyu/platform';

/** Orders or refunds of these customers were recorded, changed or moved; their figures are already right. */
export interface OrdersChanged {
  customerIds: string[];
}

export const ordersChanged = defineEvent<OrdersChanged>('orders.changed');

/** How many customers one event names at most: large enough to be rare, small enough for one job's transaction. */
export const CUSTOMERS_PER_EVENT = 500;
