-- Around the ledger of points: corrections that wait, warnings, proofs of the books, accounts that moved, opening balances.

-- A correction by hand that waits for a second person, or waited. What it books carries the key `adjustment:<id>`.
create table points_adjustments (
  customer_id uuid not null,
  adjustment_id uuid not null,
  act_key text not null,
  points bigint not null,
  reason text not null,
  reference text,
  status text not null,
  requested_by text not null,
  requested_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  note text,
  -- which entry of the ledger
  entry_seq integer,
  constraint points_adjustments_pk primary key (customer_id, adjustment_id),
  constraint points_adjustments_key_unique unique (customer_id, act_key),
  constraint points_adjustments_status_known check (status in ('waiting', 'approved', 'refused', 'withdrawn')),
  constraint points_adjustments_decided check ((status = 'waiting') = (decided_by is null)
    and (decided_by is null) = (decided_at is null)),
  constraint points_adjustments_booked check ((status = 'approved') = (entry_seq is not null)),
  constraint points_adjustments_by_two check (status <> 'approved' or decided_by <> requested_by)
);
create index points_adjustments_status on points_adjustments (status, adjustment_id);

-- Who was told of points that end on a day, how many days before.
create table points_warnings (
  customer_id uuid not null,
  -- the last day on which the points can be spent
  last_day date not null,
  days smallint not null,
  points bigint not null,
  warned_at timestamptz not null,
  constraint points_warnings_pk primary key (customer_id, last_day, days)
);

-- Proofs of the books.
create table points_verifications (
  verification_id uuid not null,
  status text not null,
  -- null: of everybody
  only_customer_id uuid,
  requested_by text not null,
  requested_at timestamptz not null,
  finished_at timestamptz,
  took_ms integer,
  accounts bigint,
  entries bigint,
  -- [{name, findings}], as far as the proof has come
  checks jsonb not null,
  -- [{check, customerId, seq, expected, found}], at most a hundred of each check
  drift jsonb not null,
  -- why it failed
  problem text,
  -- of the seal that the proof put on the books
  digest bytea,
  constraint points_verifications_pk primary key (verification_id),
  constraint points_verifications_status_known check (status in ('queued', 'running', 'done', 'failed', 'cancelled'))
);
create unique index points_verifications_one_under_way on points_verifications ((true))
  where status in ('queued', 'running');

-- How far the history of each account was sealed by the latest clean proof: it may grow, but not change up to there.
create table points_anchors (
  customer_id uuid not null,
  seq integer not null,
  hash bytea not null,
  constraint points_anchors_pk primary key (customer_id)
) with (fillfactor = 80);

-- Seals, one per clean proof of everybody. `content` is over all anchors as they were then, `digest` is SHA-256 over the
-- digest before and the content: whoever kept one digest elsewhere can tell whether anything before it was changed since.
create table points_seals (
  verification_id uuid not null,
  sealed_at timestamptz not null,
  accounts bigint not null,
  entries bigint not null,
  content bytea not null,
  digest bytea not null,
  constraint points_seals_pk primary key (verification_id)
);
comment on table points_seals is 'append-only: each seal builds on the one before';

-- A takeover of one account by another.
create table points_transfers (
  -- who took over
  customer_id uuid not null,
  transfer_id uuid not null,
  from_id uuid not null,
  actor text not null,
  -- [{from, to}]: numbers of lots here and there
  lots jsonb not null,
  hold_ids uuid[] not null,
  -- what the other account owed
  debt bigint not null,
  done_at timestamptz not null,
  undone_at timestamptz,
  constraint points_transfers_pk primary key (customer_id, transfer_id)
);
create index points_transfers_id on points_transfers (transfer_id);

-- Every account that an account has absorbed, through any number of takeovers: their keys count as its own.
create table points_lineages (
  customer_id uuid not null,
  absorbed_id uuid not null,
  transfer_id uuid not null,
  constraint points_lineages_pk primary key (customer_id, absorbed_id)
);
alter table points_accounts add column absorbed boolean not null default false;

-- Which opening balance of which source went to whom.
create table points_import_keys (
  source text not null,
  external_id text not null,
  customer_id uuid not null,
  constraint points_import_keys_pk primary key (source, external_id)
);

-- Points that end by inactivity are few or none: found without reading all lots.
create index points_lots_idle on points_lots (customer_id) where open and idle_months is not null;
-- What expired when, for the share that is never spent.
create index points_entries_expired on points_entries (occurred_at) include (points) where kind = 'expire';
