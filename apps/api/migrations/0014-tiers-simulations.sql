-- What a ladder would do, before anybody publishes it.

create table tiers_simulations (
  simulation_id uuid not null,
  ladder_id uuid not null,
  status text not null,
  message text,
  -- what was tried, and its fingerprint: a publication of the same terms names it
  terms jsonb not null,
  terms_hash text not null,
  -- against what: the version in force, null for none
  base_ladder_id uuid,
  base_version integer,
  as_of timestamptz not null,
  requested_by uuid,
  requested_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  done_customers bigint not null,
  total_customers bigint,
  -- [{from, to, customers, points}]; keys of tiers, from null where there was no ladder
  matrix jsonb,
  -- totals, per tier, costs
  result jsonb,
  customers_dropped_at timestamptz,
  constraint tiers_simulations_pk primary key (simulation_id),
  constraint tiers_simulations_status_known check (status in ('queued', 'running', 'done', 'failed', 'cancelled'))
);
create index tiers_simulations_ladder on tiers_simulations (ladder_id, simulation_id desc);

-- Customers who would stand elsewhere; a part per simulation (tiers_simulated_<id>).
create table tiers_simulated (
  customer_id uuid not null,
  simulation_id uuid not null,
  from_key text not null,
  to_key text not null,
  direction text not null,
  figures jsonb not null,
  constraint tiers_simulated_pk primary key (customer_id, simulation_id),
  constraint tiers_simulated_direction_known check (direction in ('up', 'down'))
) partition by list (simulation_id);
comment on table tiers_simulated is 'partitioned at run time: each simulation makes its part and drops old ones';
