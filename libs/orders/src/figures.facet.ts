import type { Facet } from '@siyu/customers';

/** The figures as columns and filters of the list of customers. */
export const ordersFacet: Facet = {
  name: 'orders',
  view: 'orders_figures_v',
  fields: {
    ordersCount: { column: 'orders_count', type: 'number' },
    currency: { column: 'currency', type: 'text' },
    grossCents: { column: 'gross_cents', type: 'number' },
    refundedCents: { column: 'refunded_cents', type: 'number' },
    netCents: { column: 'net_cents', type: 'number' },
    firstPaidAt: { column: 'first_paid_at', type: 'instant' },
    lastPaidAt: { column: 'last_paid_at', type: 'instant' },
    averageIntervalDays: { column: 'average_interval_days', type: 'number' },
  },
};
