-- The programme's settings, what earns points, and what was earned by whom.

-- Every version that somebody wrote; the newest one holds. None: the defaults.
create table points_programmes (
  version integer not null,
  settings jsonb not null,
  author_id uuid,
  note text,
  created_at timestamptz not null,
  constraint points_programmes_pk primary key (version)
);

create table points_rules (
  rule_id uuid not null,
  trigger text not null,
  status text not null,
  -- why a closed rule is closed
  closed_because text,
  -- points that the rule may give in all, null for no limit; it closes when they are spent
  budget_points bigint,
  spent_points bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint points_rules_pk primary key (rule_id),
  constraint points_rules_trigger_known
    check (trigger in ('order', 'first-purchase', 'sign-in', 'birthday', 'profile-completed', 'event')),
  constraint points_rules_status_known check (status in ('draft', 'active', 'paused', 'closed')),
  constraint points_rules_closed_because_known check (closed_because in ('staff', 'budget')),
  constraint points_rules_closed_says_why check ((status = 'closed') = (closed_because is not null)),
  constraint points_rules_within_budget check (spent_points between 0 and coalesce(budget_points, spent_points))
);

create table points_rule_versions (
  rule_id uuid not null,
  version integer not null,
  content jsonb not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  author_id uuid,
  created_at timestamptz not null,
  constraint points_rule_versions_pk primary key (rule_id, version),
  constraint points_rule_versions_rule foreign key (rule_id) references points_rules (rule_id),
  constraint points_rule_versions_period check (valid_to > valid_from)
);

-- Whoever decides about awards of a customer locks her row first, so that caps hold and nothing is awarded twice.
create table points_earners (
  customer_id uuid not null,
  created_at timestamptz not null,
  constraint points_earners_pk primary key (customer_id)
);

-- What a customer got by a rule within a period: 'day:2026-03-01', 'month:2026-03', 'life'.
create table points_rule_uses (
  customer_id uuid not null,
  rule_id uuid not null,
  period text not null,
  points bigint not null,
  times integer not null,
  constraint points_rule_uses_pk primary key (customer_id, rule_id, period),
  constraint points_rule_uses_not_negative check (points >= 0 and times >= 0)
) with (fillfactor = 80);

-- What was awarded by rules, and what has been taken back of it. The key is that of the ledger's act.
create table points_awards (
  customer_id uuid not null,
  award_key text not null,
  -- which entry of the ledger
  seq integer not null,
  points bigint not null,
  taken_points bigint not null,
  uses jsonb not null,
  -- the order or the behavioural event that it is for
  subject_id uuid,
  -- the award waits for its order to be completed
  is_waiting boolean not null,
  awarded_at timestamptz not null,
  constraint points_awards_pk primary key (customer_id, award_key),
  constraint points_awards_taken_within check (taken_points between 0 and points)
);
create index points_awards_subject on points_awards (customer_id, subject_id) where subject_id is not null;

create table points_sign_ins (
  customer_id uuid not null,
  day date not null,
  kind text not null,
  -- days in a row up to this one
  streak integer not null,
  points bigint not null,
  -- which make-up card of which month was used
  make_up_month text,
  make_up_no integer,
  created_at timestamptz not null,
  constraint points_sign_ins_pk primary key (customer_id, day),
  constraint points_sign_ins_kind_known check (kind in ('sign-in', 'make-up')),
  constraint points_sign_ins_make_up_complete check ((kind = 'make-up') = (make_up_month is not null)
    and (make_up_month is null) = (make_up_no is null)),
  constraint points_sign_ins_make_up_once unique (customer_id, make_up_month, make_up_no)
);

-- How far a daily job has come, so that a missed day is caught up.
create table points_daily_marks (
  job text not null,
  done_day date not null,
  constraint points_daily_marks_pk primary key (job)
);
