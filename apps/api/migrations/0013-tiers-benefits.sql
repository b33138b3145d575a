-- What members got and used of the benefits of their tier.

-- Gifts. The key says for what, so that nobody gets one twice: entry:gold, entry:gold:2026, birthday:2026.
create table tiers_benefit_issues (
  customer_id uuid not null,
  issue_key text not null,
  benefit_key text not null,
  tier_key text not null,
  issue_id uuid not null,
  ladder_id uuid not null,
  version integer not null,
  -- the benefit as it was when it was issued
  benefit jsonb not null,
  status text not null,
  issued_at timestamptz not null,
  -- when it was handed over: points booked, coupon sent
  delivered_at timestamptz,
  -- points entry, number of a parcel, code
  reference text,
  -- last day on which it can be taken
  expires_on date,
  constraint tiers_benefit_issues_pk primary key (customer_id, issue_key, benefit_key),
  constraint tiers_benefit_issues_status_known check (status in ('issued', 'delivered', 'void'))
);
create index tiers_benefit_issues_open on tiers_benefit_issues (status, issue_id) where status = 'issued';
create index tiers_benefit_issues_id on tiers_benefit_issues (customer_id, issue_id);

-- Uses of standing benefits, each within its quota.
create table tiers_benefit_uses (
  customer_id uuid not null,
  use_id uuid not null,
  use_key text not null,
  benefit_key text not null,
  tier_key text not null,
  -- what the quota counts within: 2026-03, 2026, tier:7, ever
  period text not null,
  used_at timestamptz not null,
  reference text,
  note text,
  actor text not null,
  undone_at timestamptz,
  undone_by text,
  constraint tiers_benefit_uses_pk primary key (customer_id, use_id),
  constraint tiers_benefit_uses_key_unique unique (customer_id, use_key)
);
create index tiers_benefit_uses_period on tiers_benefit_uses (customer_id, benefit_key, period) where undone_at is null;
