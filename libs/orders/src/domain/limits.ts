/**
 * How large the parts of an order may be. The wire and the rules share these numbers: an importer that comes in behind the
 * wire meets the same fences.
 */
export const limits = {
  ordersPerBatch: 1000,
  eventsPerBatch: 1000,
  /** The largest receipts of the UCI Online Retail data have 1,114 lines. */
  itemsPerOrder: 10_000,
  identities: 20,
  /** 100 billion units of a currency: 900 such orders of one customer still add up exactly. */
  cents: 1e13,
  quantity: 1e9,
  source: 60,
  externalId: 120,
  sku: 120,
  name: 300,
  category: 200,
  channel: 60,
  customerName: 200,
  eventType: 60,
  utmCharacters: 4000,
  propertiesCharacters: 16_384,
} as const;
