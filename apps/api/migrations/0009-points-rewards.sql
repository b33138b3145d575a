-- What points buy: the catalogue, its stock and codes, and what customers redeemed.

create table points_rewards (
  reward_id uuid not null,
  name text not null,
  description text not null,
  picture_url text,
  kind text not null,
  price_points bigint not null,
  -- what one is worth to the house, for its costs; the two go together
  market_value_cents bigint,
  currency text,
  limit_total integer,
  limit_per_period integer,
  limit_period text,
  -- codes of tiers; empty: for everybody
  tiers text[] not null,
  valid_from timestamptz,
  -- the first instant at which it can't be redeemed any more
  valid_to timestamptz,
  status text not null,
  sort_order integer not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint points_rewards_pk primary key (reward_id),
  constraint points_rewards_kind_known check (kind in ('coupon', 'goods', 'course')),
  constraint points_rewards_status_known check (status in ('draft', 'published', 'ended')),
  constraint points_rewards_price_positive check (price_points > 0),
  constraint points_rewards_value_complete check (market_value_cents >= 0 and num_nulls(market_value_cents, currency) in (0, 2)),
  constraint points_rewards_limit_positive check (limit_total > 0 and limit_per_period > 0),
  constraint points_rewards_period_complete check (num_nulls(limit_per_period, limit_period) in (0, 2)),
  constraint points_rewards_period_known check (limit_period in ('day', 'month')),
  constraint points_rewards_validity_ordered check (valid_from < valid_to)
);
create index points_rewards_order on points_rewards (sort_order, reward_id);

-- What is left of a reward: a small row of its own, since every redemption locks and rewrites it. Null: unlimited.
create table points_reward_stocks (
  reward_id uuid not null,
  stock bigint,
  constraint points_reward_stocks_pk primary key (reward_id),
  constraint points_reward_stocks_not_negative check (stock >= 0)
) with (fillfactor = 50);

-- Codes to hand out. `void`: one that was seen and whose redemption was cancelled; it is never handed out again.
create table points_reward_codes (
  reward_id uuid not null,
  code_id uuid not null,
  code text not null,
  state text not null,
  redemption_id uuid,
  uploaded_at timestamptz not null,
  constraint points_reward_codes_pk primary key (reward_id, code_id),
  constraint points_reward_codes_unique unique (reward_id, code),
  constraint points_reward_codes_state_known check (state in ('free', 'used', 'void')),
  constraint points_reward_codes_taker check ((state = 'free') = (redemption_id is null))
);
create index points_reward_codes_free on points_reward_codes (reward_id, code_id) where state = 'free';

create table points_redemptions (
  customer_id uuid not null,
  redemption_id uuid not null,
  reward_id uuid not null,
  -- the reward as it was
  reward_name text not null,
  kind text not null,
  unit_points bigint not null,
  unit_value_cents bigint,
  currency text,
  quantity integer not null,
  points bigint not null,
  state text not null,
  -- personal data: shown only to the customer and to who sends the parcel
  address jsonb,
  codes text[],
  -- when somebody first saw the codes
  codes_shown_at timestamptz,
  carrier text,
  tracking_no text,
  -- entry of the ledger that paid for it, and the one that gave the points back; none if they were given back by hand before
  spend_seq integer not null,
  give_back_seq integer,
  cancel_reason text,
  actor text not null,
  -- the caller's Idempotency-Key and what was asked under it: kept for as long as the redemption
  request_key text,
  request_hash text,
  created_at timestamptz not null,
  shipped_at timestamptz,
  completed_at timestamptz,
  cancelled_at timestamptz,
  constraint points_redemptions_pk primary key (customer_id, redemption_id),
  constraint points_redemptions_request_key unique (customer_id, request_key),
  constraint points_redemptions_request_complete check (num_nulls(request_key, request_hash) in (0, 2)),
  constraint points_redemptions_kind_known check (kind in ('coupon', 'goods', 'course')),
  constraint points_redemptions_state_known check (state in ('requested', 'shipped', 'completed', 'cancelled')),
  constraint points_redemptions_points_match check (quantity > 0 and points = unit_points * quantity),
  constraint points_redemptions_given_back check (give_back_seq is null or state = 'cancelled'),
  constraint points_redemptions_goods_sent check (kind <> 'goods' or address is not null)
);
-- Serves the limits of a customer.
create index points_redemptions_reward on points_redemptions (customer_id, reward_id, created_at);
-- Serves the list of all, newest first, and finding one whose customer is not known.
create index points_redemptions_newest on points_redemptions (redemption_id);
create index points_redemptions_of_reward on points_redemptions (reward_id, redemption_id);
-- Serves the work to be done.
create index points_redemptions_open on points_redemptions (state, redemption_id) where state in ('requested', 'shipped');
-- Serves her timeline and her own list.
create index points_redemptions_created on points_redemptions (customer_id, created_at desc, redemption_id desc);
