-- What happened: orders, refunds, behavioural events, and the figures per customer that follow from them.

create table orders (
  customer_id uuid not null,
  order_id uuid not null,
  source text not null,
  external_id text not null,
  -- a return is a credit note that names no order of ours: it lowers what the customer spent and is no purchase
  kind text not null,
  status text not null,
  placed_at timestamptz not null,
  paid_at timestamptz,
  currency text not null,
  total_cents bigint not null,
  -- what counts as given back: the sum of the refunds, never more than the total
  refunded_cents bigint not null,
  channel text,
  utm jsonb,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint orders_pk primary key (customer_id, order_id),
  constraint orders_kind_known check (kind in ('sale', 'return')),
  constraint orders_status_known check (status in ('placed', 'paid', 'shipped', 'completed', 'cancelled', 'refunded')),
  constraint orders_total_not_negative check (total_cents >= 0),
  constraint orders_refunded_within_total check (refunded_cents between 0 and total_cents)
);
-- Serves the figures of one customer and the RFM run without touching the table.
create index orders_paid on orders (customer_id, paid_at) include (kind, currency, total_cents, refunded_cents)
  where paid_at is not null and status <> 'cancelled';
-- Serves her list of orders and her timeline, newest first.
create index orders_placed on orders (customer_id, placed_at desc, order_id desc);

-- A source's order number, unique over all customers; the hash tells a changed order from a repeated one. Whoever
-- records an order or a refund of it locks this row first. A row without an order waits for one: only refunds came yet.
create table orders_keys (
  external_id text not null,
  source text not null,
  customer_id uuid,
  order_id uuid,
  content_hash bytea,
  constraint orders_keys_pk primary key (external_id, source),
  constraint orders_keys_complete check (num_nulls(customer_id, order_id, content_hash) in (0, 3))
);

create table orders_items (
  customer_id uuid not null,
  order_id uuid not null,
  line_no integer not null,
  sku text not null,
  name text,
  category text,
  quantity integer not null,
  unit_price_cents bigint not null,
  constraint orders_items_pk primary key (customer_id, order_id, line_no)
);

create table orders_refunds (
  customer_id uuid not null,
  order_id uuid not null,
  external_id text not null,
  refund_id uuid not null,
  refunded_at timestamptz not null,
  amount_cents bigint not null,
  items jsonb,
  recorded_at timestamptz not null,
  constraint orders_refunds_pk primary key (customer_id, order_id, external_id),
  constraint orders_refunds_amount_positive check (amount_cents > 0)
);

-- Refunds that came before their order; applied as soon as it comes.
create table orders_early_refunds (
  order_external_id text not null,
  source text not null,
  external_id text not null,
  refund_id uuid not null,
  refunded_at timestamptz not null,
  amount_cents bigint not null,
  items jsonb,
  recorded_at timestamptz not null,
  constraint orders_early_refunds_pk primary key (order_external_id, source, external_id),
  constraint orders_early_refunds_amount_positive check (amount_cents > 0)
);

create table orders_events (
  customer_id uuid not null,
  event_id uuid not null,
  source text not null,
  external_id text not null,
  type text not null,
  occurred_at timestamptz not null,
  properties jsonb not null,
  recorded_at timestamptz not null,
  constraint orders_events_pk primary key (customer_id, event_id)
);
create index orders_events_occurred on orders_events (customer_id, occurred_at desc, event_id desc);

create table orders_event_keys (
  external_id text not null,
  source text not null,
  customer_id uuid not null,
  event_id uuid not null,
  content_hash bytea not null,
  constraint orders_event_keys_pk primary key (external_id, source)
);

-- Derived from orders_purchases_v in the transaction that changes an order. Amounts are of `currency`, that of the last
-- purchase; orders in another currency count as orders but not into the sums. Null currency: nothing was ever paid.
create table orders_figures (
  customer_id uuid not null,
  orders_count integer not null,
  currency text,
  gross_cents bigint not null,
  refunded_cents bigint not null,
  net_cents bigint not null,
  first_paid_at timestamptz,
  last_paid_at timestamptz,
  average_interval_days double precision,
  computed_at timestamptz not null,
  constraint orders_figures_pk primary key (customer_id)
) with (fillfactor = 80);
create index orders_figures_net on orders_figures (net_cents, customer_id);
create index orders_figures_last on orders_figures (last_paid_at, customer_id);

create view orders_figures_v as
select customer_id, orders_count, currency, gross_cents, refunded_cents, net_cents, first_paid_at, last_paid_at,
  average_interval_days, computed_at
from orders_figures;

-- Paid orders as every other lib sees them: what a purchase is, and what it is worth, is decided here and nowhere else.
-- A purchase is a sale of which some money stayed: neither free of charge nor refunded to the last cent.
create view orders_purchases_v as
select customer_id, order_id, paid_at, currency, channel,
  kind = 'sale' and total_cents > refunded_cents as is_purchase,
  case kind when 'sale' then total_cents else 0 end as gross_cents,
  case kind when 'sale' then refunded_cents else total_cents end as refunded_cents,
  case kind when 'sale' then total_cents - refunded_cents else -total_cents end as net_cents
from orders
where paid_at is not null and status <> 'cancelled';
