-- Plumbing without a business word: who did what, answers kept for a repeated request, worker processes alive.

create table platform_audit_entries (
  entry_id uuid not null,
  recorded_at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  action text not null,
  subject text not null,
  subject_id text not null,
  before jsonb,
  after jsonb,
  constraint platform_audit_entries_pk primary key (entry_id)
);
comment on table platform_audit_entries is 'append-only: who did what stays on record';
create index platform_audit_entries_subject on platform_audit_entries (subject, subject_id, entry_id desc);
create index platform_audit_entries_actor on platform_audit_entries (actor_id, entry_id desc);
create index platform_audit_entries_action on platform_audit_entries (action, entry_id desc);

-- One row per Idempotency-Key; status is null while the first request is still at work.
create table platform_idempotency_keys (
  key text not null,
  actor_id uuid not null,
  request_hash text not null,
  status smallint,
  response jsonb,
  created_at timestamptz not null,
  constraint platform_idempotency_keys_pk primary key (key, actor_id)
);
create index platform_idempotency_keys_created on platform_idempotency_keys (created_at);

-- A row per running worker process; the process holds the advisory lock of its pool for as long as it lives.
create table platform_worker_pools (
  pool_id bigint not null,
  worker_ids text[] not null,
  started_at timestamptz not null,
  constraint platform_worker_pools_pk primary key (pool_id)
);

-- Ends another connection of the application to this database. The application works as siyu_app, while its connections
-- belong to the user who signed in, whom this function acts for.
create function platform_end_backend(backend integer) returns boolean
language sql security definer set search_path = pg_catalog, pg_temp
as $$
  select pg_terminate_backend(pid) from pg_stat_activity
  where pid = backend and datname = current_database() and usename = session_user
$$;
