import { defineEvent } from '@siyu/platform';

/** What is known of these customers changed: their fields or their identities. */
export interface CustomersChanged {
  customerIds: string[];
}

export const customersChanged = defineEvent<CustomersChanged>('customers.changed');
