-- Value ledgers: growth value (成长值), which decides tiers, and the value score (用户价值分). Neither can be spent.

-- Every version of the rules of a ledger; the newest one that has begun holds.
create table tiers_value_programmes (
  ledger text not null,
  version integer not null,
  rules jsonb not null,
  valid_from timestamptz not null,
  author_id uuid,
  note text,
  created_at timestamptz not null,
  constraint tiers_value_programmes_pk primary key (ledger, version),
  constraint tiers_value_programmes_ledger_known check (ledger in ('growth', 'value-score'))
);

-- One row per customer and ledger: locked by every act; `balance` is the sum of the entries.
create table tiers_value_accounts (
  customer_id uuid not null,
  ledger text not null,
  balance bigint not null,
  entries integer not null,
  changed_at timestamptz not null,
  constraint tiers_value_accounts_pk primary key (customer_id, ledger)
) with (fillfactor = 70);
create index tiers_value_accounts_balance on tiers_value_accounts (ledger, balance, customer_id);

-- Append-only. A reversal stands at the time of what it reverses.
create table tiers_value_entries (
  customer_id uuid not null,
  ledger text not null,
  -- natural key: the same thing is never counted twice
  entry_key text not null,
  seq integer not null,
  amount bigint not null,
  balance_after bigint not null,
  -- the moment it belongs to
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  source text not null,
  -- what it is for: an order, an event
  subject_id uuid,
  rule_key text,
  rule_version integer,
  reverses_key text,
  reason text not null,
  -- how it was computed
  breakdown jsonb,
  actor text not null,
  constraint tiers_value_entries_pk primary key (customer_id, ledger, entry_key),
  constraint tiers_value_entries_seq_unique unique (customer_id, ledger, seq),
  constraint tiers_value_entries_amount_not_zero check (amount <> 0)
);
create index tiers_value_entries_occurred on tiers_value_entries (customer_id, ledger, occurred_at) include (amount);
create index tiers_value_entries_subject on tiers_value_entries (customer_id, ledger, subject_id) where subject_id is not null;
comment on table tiers_value_entries is 'append-only: what values are made of';

-- Bookings of everything that orders and events ask for, for everybody: after new rules, after an import.
create table tiers_value_settlements (
  settlement_id uuid not null,
  ledger text not null,
  status text not null,
  requested_by text not null,
  requested_at timestamptz not null,
  finished_at timestamptz,
  message text,
  -- customers are done in the order of their ids, up to this one
  done_to uuid,
  done_customers bigint not null,
  booked_entries bigint not null,
  booked_amount bigint not null,
  constraint tiers_value_settlements_pk primary key (settlement_id),
  constraint tiers_value_settlements_status_known check (status in ('queued', 'running', 'done', 'failed'))
);
create unique index tiers_value_settlements_one_active on tiers_value_settlements (ledger) where status in ('queued', 'running');

-- Who has an account of any ledger has one of growth.
create view tiers_values_v as
select g.customer_id, g.balance as growth, coalesce(v.balance, 0) as value_score
from tiers_value_accounts g
left join tiers_value_accounts v on v.customer_id = g.customer_id and v.ledger = 'value-score'
where g.ledger = 'growth';
