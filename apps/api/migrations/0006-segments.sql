-- RFM: settings by version, runs with what they were made of, scores per run and customer.

create table segments_rfm_settings (
  version integer not null,
  settings jsonb not null,
  author_id uuid,
  created_at timestamptz not null,
  constraint segments_rfm_settings_pk primary key (version)
);

create table segments_rfm_runs (
  run_id uuid not null,
  status text not null,
  -- why it failed, one sentence for people
  message text,
  settings_version integer not null,
  -- the settings as they were, so that an old run can still be explained
  settings jsonb not null,
  requested_by uuid,
  requested_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  reference_day date,
  -- first day that counts; null when all history does
  window_from date,
  -- cut points per axis in days, orders and cents
  cuts jsonb,
  customers_count integer,
  scored_count integer,
  orders_count bigint,
  net_cents bigint,
  currencies text[],
  history_days integer,
  -- the run before, as soon as the two were compared, and how many customers went from which segment to which
  previous_run_id uuid,
  movement jsonb,
  scores_dropped_at timestamptz,
  constraint segments_rfm_runs_pk primary key (run_id),
  constraint segments_rfm_runs_status_known check (status in ('queued', 'running', 'done', 'failed', 'cancelled'))
);
-- One run at a time.
create unique index segments_rfm_runs_one_active on segments_rfm_runs ((true)) where status in ('queued', 'running');

-- The summary of a run: what is left of it when its scores are dropped.
create table segments_rfm_cells (
  run_id uuid not null,
  r smallint not null,
  f smallint not null,
  m smallint not null,
  segment text not null,
  customers_count integer not null,
  recency_days_sum bigint not null,
  orders_count bigint not null,
  net_cents bigint not null,
  constraint segments_rfm_cells_pk primary key (run_id, r, f, m)
);

-- A partition per run, made by the run itself (segments_rfm_scores_<run>): filling it is a bulk load, dropping it is free.
create table segments_rfm_scores (
  customer_id uuid not null,
  run_id uuid not null,
  -- whole calendar days of the programme's zone from the last purchase to the reference day
  recency_days integer not null,
  frequency integer not null,
  monetary_cents bigint not null,
  r smallint not null,
  f smallint not null,
  m smallint not null,
  segment text not null,
  constraint segments_rfm_scores_pk primary key (customer_id, run_id)
) partition by list (run_id);
comment on table segments_rfm_scores is 'partitioned at run time: each run makes its part and drops old ones';

-- Scores of the latest finished run; a customer without a purchase in its window has none.
create view segments_rfm_current_v as
select customer_id, run_id, recency_days, frequency, monetary_cents, r, f, m, segment
from segments_rfm_scores
where run_id = (select run_id from segments_rfm_runs where status = 'done' order by run_id desc limit 1);
