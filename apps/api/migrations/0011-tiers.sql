-- Tier ladders, where each customer stands, and how she came there. What the words mean: docs/decisions/0012-tiers.md.

create table tiers_ladders (
  ladder_id uuid not null,
  name text not null,
  -- terms that nobody published yet; grows by one with each change, so that two editors don't overwrite each other
  draft jsonb not null,
  draft_revision integer not null,
  author_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  constraint tiers_ladders_pk primary key (ladder_id)
);

-- Published versions. None of them ever changes.
create table tiers_versions (
  ladder_id uuid not null,
  version integer not null,
  ladder_name text not null,
  terms jsonb not null,
  effective_from timestamptz not null,
  published_at timestamptz not null,
  author_id uuid,
  note text,
  -- what was known of the effect when it was published
  simulation_id uuid,
  -- the version whose terms it brings back
  restores_version integer,
  -- a version that was taken back before it came into force
  withdrawn_at timestamptz,
  constraint tiers_versions_pk primary key (ladder_id, version),
  constraint tiers_versions_ladder foreign key (ladder_id) references tiers_ladders (ladder_id),
  constraint tiers_versions_withdrawn_in_time check (withdrawn_at < effective_from)
);
create index tiers_versions_effective on tiers_versions (effective_from desc, published_at desc);

-- Where a customer stands. Who never left the lowest tier has no row. Written by evaluation alone.
create table tiers_members (
  customer_id uuid not null,
  -- the tier that counts: that of the rules, unless a lock lies over it
  tier_key text not null,
  -- since when that tier counts
  since timestamptz not null,
  -- what the rules decided, by which version
  own_key text not null,
  ladder_id uuid not null,
  version integer not null,
  own_since timestamptz not null,
  -- the last day; null: without end
  valid_until date,
  in_grace boolean not null,
  -- of a rise that a refund may still undo: the day its windows were laid around, the tier before and its last day
  rose_on date,
  rose_from text,
  rose_from_until date,
  -- the lock that lies over it
  lock_id uuid,
  lock_key text,
  lock_until date,
  lock_may_rise boolean,
  -- number of the last move; whoever writes says which one he saw
  move_no integer not null,
  constraint tiers_members_pk primary key (customer_id),
  constraint tiers_members_rise_complete check ((rose_on is null) = (rose_from is null) and (rose_on is not null or rose_from_until is null)),
  constraint tiers_members_lock_complete check (num_nulls(lock_id, lock_key, lock_until, lock_may_rise) in (0, 4))
) with (fillfactor = 80);
create index tiers_members_tier on tiers_members (tier_key, customer_id);

create table tiers_moves (
  customer_id uuid not null,
  move_no integer not null,
  kind text not null,
  -- from when it counts, and when it was made
  at timestamptz not null,
  recorded_at timestamptz not null,
  -- the tier that counted before and after
  from_key text,
  to_key text not null,
  -- what the rules say, before and after; differs from the above under a lock
  own_from_key text,
  own_to_key text not null,
  ladder_id uuid not null,
  version integer not null,
  valid_until date,
  -- {asOf, until, values: {name of figure: value}}; null where no figure decided
  figures jsonb,
  reason text,
  actor text not null,
  constraint tiers_moves_pk primary key (customer_id, move_no),
  constraint tiers_moves_kind_known check (kind in ('placed', 'rose', 'kept', 'grace', 'fell', 'undone', 'restated',
    'imported', 'locked', 'unlocked', 'lock-ended', 'merged'))
);
comment on table tiers_moves is 'append-only: the history of tiers';

-- Evaluations of everybody. One at a time.
create table tiers_runs (
  run_id uuid not null,
  status text not null,
  -- nightly, version, staff
  cause text not null,
  ladder_id uuid not null,
  version integer not null,
  -- the moment it is about, the same however long it takes
  as_of timestamptz not null,
  -- the very first one: customers are placed where they stand
  is_placement boolean not null,
  requested_by uuid,
  requested_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  message text,
  -- customers are done in the order of their ids, up to this one
  done_to uuid,
  done_customers bigint not null,
  total_customers bigint,
  -- moves by kind
  moves jsonb not null,
  constraint tiers_runs_pk primary key (run_id),
  constraint tiers_runs_status_known check (status in ('queued', 'running', 'done', 'failed', 'cancelled'))
);
create unique index tiers_runs_one_active on tiers_runs ((true)) where status in ('queued', 'running');

-- How many customers were in which tier at the end of the run of a day.
create table tiers_days (
  day date not null,
  tier_key text not null,
  tier_name text not null,
  rank integer not null,
  customers bigint not null,
  constraint tiers_days_pk primary key (day, tier_key)
);

-- Locks that were asked for, by whom, and who agreed.
create table tiers_locks (
  customer_id uuid not null,
  lock_id uuid not null,
  status text not null,
  tier_key text not null,
  until date not null,
  may_rise boolean not null,
  reason text not null,
  requested_by text not null,
  requested_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  note text,
  -- when and why it stopped covering, and what was said of it
  ended_at timestamptz,
  ended_by text,
  end_reason text,
  end_note text,
  constraint tiers_locks_pk primary key (customer_id, lock_id),
  constraint tiers_locks_status_known check (status in ('waiting', 'active', 'refused', 'withdrawn', 'ended')),
  constraint tiers_locks_decided check ((status = 'waiting') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  constraint tiers_locks_end_known check (end_reason in ('lifted', 'replaced', 'over')),
  constraint tiers_locks_ended check ((status = 'ended') = (end_reason is not null) and num_nulls(ended_at, ended_by, end_reason) in (0, 3))
);
create unique index tiers_locks_one_waiting on tiers_locks (customer_id) where status = 'waiting';
create unique index tiers_locks_one_active on tiers_locks (customer_id) where status = 'active';
create index tiers_locks_status on tiers_locks (status, lock_id);

-- Who was warned of an end of validity, how many days before.
create table tiers_warnings (
  customer_id uuid not null,
  valid_until date not null,
  days smallint not null,
  tier_key text not null,
  warned_at timestamptz not null,
  constraint tiers_warnings_pk primary key (customer_id, valid_until, days)
);

-- How far a daily job has come, so that a missed day is caught up.
create table tiers_daily_marks (
  job text not null,
  done_day date not null,
  constraint tiers_daily_marks_pk primary key (job)
);

-- What imports said of tiers that customers have in other systems: the newest word of each record.
create table tiers_import_keys (
  source text not null,
  external_id text not null,
  customer_id uuid not null,
  tier_key text not null,
  since date not null,
  -- the last day as the record has it; null: it has none
  told_until date,
  -- the last day of the imported tier: told, or counted by the ladder then in force; null: without end
  valid_until date,
  -- growth value that was brought along, all of it
  growth bigint not null,
  -- how often the record said something new
  revision integer not null,
  imported_at timestamptz not null,
  constraint tiers_import_keys_pk primary key (source, external_id)
);
create index tiers_import_keys_customer on tiers_import_keys (customer_id);

create view tiers_members_v as
select customer_id, tier_key, since, valid_until, in_grace, case when in_grace then 'yes' else 'no' end as grace, lock_until
from tiers_members;
