-- The points ledger. Points are whole numbers. What is here is written by the ledger alone (libs/points/src/ledger).

-- One row per customer who ever had points: the smallest root, locked by every act. All figures follow from the entries.
create table points_accounts (
  customer_id uuid not null,
  -- spendable and held points; below zero while the customer owes
  balance bigint not null default 0,
  pending bigint not null default 0,
  held bigint not null default 0,
  debt bigint not null default 0,
  -- lifetime totals, each the sum of the entries of its kinds
  earned bigint not null default 0,
  spent bigint not null default 0,
  expired bigint not null default 0,
  taken_back bigint not null default 0,
  adjusted bigint not null default 0,
  transferred bigint not null default 0,
  -- of the last entry
  seq integer not null default 0,
  head_hash bytea not null default '',
  booked_at timestamptz,
  -- when the customer last earned or spent
  active_at timestamptz,
  -- no lot, award or hold of the customer is due before this moment
  due_at timestamptz,
  -- the customer whose account took everything over
  moved_to uuid,
  constraint points_accounts_pk primary key (customer_id),
  constraint points_accounts_pending_not_negative check (pending >= 0),
  constraint points_accounts_held_within_balance check (held = 0 or held between 0 and balance),
  constraint points_accounts_debt_is_what_is_missing check (debt = greatest(-balance, 0)),
  constraint points_accounts_totals_close
    check (balance = earned - spent - expired - taken_back + adjusted + transferred)
) with (fillfactor = 70);
create index points_accounts_due on points_accounts (due_at, customer_id) where due_at is not null;

-- Append-only. `hash` is SHA-256 over the hash of the entry before and the content of this one (seals.ts).
create table points_entries (
  customer_id uuid not null,
  seq integer not null,
  kind text not null,
  points bigint not null,
  pending_points bigint not null,
  held_points bigint not null,
  debt_points bigint not null,
  balance_after bigint not null,
  act_key text not null,
  fingerprint bytea not null,
  reason text not null,
  reference text,
  source text not null,
  actor text not null,
  reverses_seq integer,
  reversed_points bigint,
  hold_id uuid,
  -- of the lot that the entry granted, or the grace it gave to expired lots
  available_at timestamptz,
  expires_at timestamptz,
  -- json, not jsonb: the text is part of the hash
  breakdown json,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  hash bytea not null,
  constraint points_entries_pk primary key (customer_id, seq),
  constraint points_entries_key_unique unique (customer_id, act_key),
  constraint points_entries_kind_known check (kind in ('earn', 'mature', 'spend', 'hold', 'capture', 'release',
    'take-back', 'give-back', 'adjust', 'expire', 'transfer')),
  constraint points_entries_reversal_of_an_earlier_one check (reverses_seq < seq),
  constraint points_entries_reversal_complete check (num_nulls(reverses_seq, reversed_points) in (0, 2))
);
comment on table points_entries is 'append-only: a wrong entry is taken back by another one';
create index points_entries_reverses on points_entries (customer_id, reverses_seq) where reverses_seq is not null;
create index points_entries_hold on points_entries (customer_id, hold_id) where hold_id is not null;
create index points_entries_reference on points_entries (customer_id, reference) where reference is not null;

-- What remains of an award. `lot_seq` is the entry that granted it.
create table points_lots (
  customer_id uuid not null,
  lot_seq integer not null,
  granted bigint not null,
  -- held points included
  remaining bigint not null,
  held bigint not null default 0,
  -- an award that waits is pending; it waits for an event while available_at is null
  pending boolean not null default false,
  available_at timestamptz,
  -- null: never, or by inactivity
  expires_at timestamptz,
  idle_months smallint,
  -- remaining > 0; a column of its own so that a change of `remaining` touches no index
  open boolean not null default true,
  constraint points_lots_pk primary key (customer_id, lot_seq),
  constraint points_lots_within_grant check (remaining between 0 and granted),
  constraint points_lots_held_within_rest check (held between 0 and remaining),
  constraint points_lots_open_has_points check (open = (remaining > 0)),
  constraint points_lots_pending_is_not_held check (not pending or held = 0)
) with (fillfactor = 80);
create index points_lots_open on points_lots (customer_id) where open;

-- What an entry drew from a lot (below zero) or gave back to it, and how it changed what is held of it.
create table points_allocations (
  customer_id uuid not null,
  seq integer not null,
  lot_seq integer not null,
  points bigint not null,
  held_points bigint not null,
  constraint points_allocations_pk primary key (customer_id, seq, lot_seq),
  constraint points_allocations_not_empty check (points <> 0 or held_points <> 0)
);
comment on table points_allocations is 'append-only, like the entries they belong to';

create table points_holds (
  customer_id uuid not null,
  hold_id uuid not null,
  points bigint not null,
  captured bigint not null default 0,
  released bigint not null default 0,
  status text not null,
  reason text not null,
  reference text,
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  constraint points_holds_pk primary key (customer_id, hold_id),
  constraint points_holds_status_known check (status in ('open', 'captured', 'released', 'expired', 'moved')),
  constraint points_holds_points_positive check (points > 0),
  constraint points_holds_parts check (captured >= 0 and released >= 0 and captured + released <= points),
  constraint points_holds_open_has_points check ((status = 'open') = (captured + released < points))
);
create index points_holds_open on points_holds (customer_id) where status = 'open';

-- What other libs may know: one row per customer.
create view points_balances_v as
select customer_id, balance, pending, held, debt, earned, spent, expired, active_at from points_accounts;
