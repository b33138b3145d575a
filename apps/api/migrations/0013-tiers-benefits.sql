-- What members got and used of the benefits of their tier.

-- Gifts. The key says for what, so that nobody gets one twice: entry:gold, entry:gold:2026, birthday:2026.
create table tiers_benefit_issues (
  customer_id uuid not null,
  issue_key text not null,
  benefit_key text not null,
  tier_key text not null,
  -- ordered by time
  issue_id uuid not null,
  ladder_id uuid not null,
  version integer not null,
  kind text not null,
  -- the benefit as it was when it was issued
  benefit jsonb not null,
  status text not null,
  issued_at timestamptz not null,
  -- when it was announced to others, and gifts of points were booked
  announced_at timestamptz,
  -- when it was handed over, or void: points booked, coupon sent
  settled_at timestamptz,
  settled_by text,
  -- points entry, number of a parcel, code; why it is void
  reference text,
  note text,
  constraint tiers_benefit_issues_pk primary key (customer_id, issue_key, benefit_key),
  constraint tiers_benefit_issues_status_known check (status in ('issued', 'delivered', 'void')),
  constraint tiers_benefit_issues_settled check ((status = 'issued') = (settled_at is null) and (settled_at is null) = (settled_by is null))
);
create index tiers_benefit_issues_listed on tiers_benefit_issues (issue_id);
create index tiers_benefit_issues_open on tiers_benefit_issues (issue_id) where status = 'issued';
create index tiers_benefit_issues_unannounced on tiers_benefit_issues (issue_id) where announced_at is null;

-- Uses of standing benefits.
create table tiers_benefit_uses (
  customer_id uuid not null,
  use_id uuid not null,
  use_key text not null,
  benefit_key text not null,
  benefit_name text not null,
  tier_key text not null,
  -- what the quota counted within: 2026-03, 2026, tier:<since when>, ever
  period text not null,
  used_at timestamptz not null,
  reference text,
  note text,
  actor text not null,
  undone_at timestamptz,
  undone_by text,
  constraint tiers_benefit_uses_pk primary key (customer_id, use_id),
  constraint tiers_benefit_uses_key_unique unique (customer_id, use_key),
  constraint tiers_benefit_uses_undone check ((undone_at is null) = (undone_by is null))
);

-- How often a benefit was used within a period: the number that quotas are kept by.
create table tiers_benefit_tallies (
  customer_id uuid not null,
  benefit_key text not null,
  period text not null,
  uses integer not null,
  constraint tiers_benefit_tallies_pk primary key (customer_id, benefit_key, period),
  constraint tiers_benefit_tallies_not_negative check (uses >= 0)
) with (fillfactor = 80);
