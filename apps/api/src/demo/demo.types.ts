/** What the generator makes. Money in cents, times as instants; the seed command turns it into the requests of the libs. */
export type Gender = 'female' | 'male';

export interface DemoIdentity {
  type: string;
  value: string;
}

export interface DemoPerson {
  displayName: string;
  gender: Gender;
  /** Calendar day, or null for the many who never told. */
  birthday: string | null;
  attributes: Record<string, string>;
  identities: DemoIdentity[];
}

export interface DemoItem {
  sku: string;
  name: string;
  category: string;
  quantity: number;
  unitPriceCents: number;
}

export interface DemoRefund {
  externalId: string;
  refundedAt: Date;
  amountCents: number;
  items: { sku: string; quantity: number }[];
}

export interface DemoOrder {
  source: string;
  externalId: string;
  kind: 'sale' | 'return';
  /** The identities by which this channel knows the customer. */
  identities: DemoIdentity[];
  placedAt: Date;
  paidAt: Date | null;
  /** As the source reported it; what its refund makes of it is for the books to say. */
  status: 'placed' | 'paid' | 'shipped' | 'completed' | 'cancelled';
  currency: 'CNY';
  totalCents: number;
  items: DemoItem[];
  channel: string;
  utm: Record<string, string> | null;
  refund: DemoRefund | null;
}

export interface DemoEvent {
  source: string;
  externalId: string;
  identities: DemoIdentity[];
  type: 'view' | 'cart' | 'open' | 'click';
  occurredAt: Date;
  properties: Record<string, string>;
}

export interface DemoCustomer {
  person: DemoPerson;
  /** Where and when the shop first saw her. */
  source: string;
  seenAt: Date;
  /** Oldest first. */
  orders: DemoOrder[];
  events: DemoEvent[];
}
