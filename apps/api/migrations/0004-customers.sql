-- Customers and the identities that lead to them.

create table customers (
  customer_id uuid not null,
  -- empty while the customer is known by identities alone
  display_name text not null,
  gender text,
  birthday date,
  attributes jsonb not null,
  -- where the customer was first seen: a shop, a marketplace, "console"
  source text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint customers_pk primary key (customer_id),
  constraint customers_gender_known check (gender in ('female', 'male', 'other'))
);
-- Filter and order by when the customer was first seen.
create index customers_created on customers (created_at, customer_id);
-- Whose birthday it is: month and day as one number, 1231 for New Year's Eve.
create index customers_birthdays
  on customers ((extract(month from birthday) * 100 + extract(day from birthday)), customer_id) where birthday is not null;

-- What the search by name looks for: pairs of neighbouring letters and the first letter of each word, lower case.
create table customers_name_parts (
  customer_id uuid not null,
  part text not null,
  constraint customers_name_parts_pk primary key (customer_id, part)
);
-- Gives the newest customers of a part without sorting, however common the part is.
create index customers_name_parts_part on customers_name_parts (part, customer_id);

create table customers_identities (
  customer_id uuid not null,
  type text not null,
  value text not null,
  source text not null,
  created_at timestamptz not null,
  constraint customers_identities_pk primary key (customer_id, type, value)
);
-- Search by the last four digits of a phone, and by what stands before the @ of an e-mail address.
create index customers_identities_last_digits on customers_identities (right(value, 4), customer_id) where type = 'phone';
create index customers_identities_mailbox on customers_identities (split_part(value, '@', 1), customer_id) where type = 'email';

-- An identity belongs to one customer in the whole system: keyed, and one day distributed, by its value.
create table customers_identity_keys (
  value text not null,
  type text not null,
  customer_id uuid not null,
  constraint customers_identity_keys_pk primary key (value, type)
);

-- Members who are signed in, one row per session; its refresh token is known by the counter, no token is stored.
create table customers_member_sessions (
  customer_id uuid not null,
  session_id uuid not null,
  -- how she signed in
  via text not null,
  counter integer not null,
  rotated_at timestamptz not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_by text,
  constraint customers_member_sessions_pk primary key (customer_id, session_id),
  constraint customers_member_sessions_via_known check (via in ('phone', 'wechat', 'api-key')),
  constraint customers_member_sessions_end_known check (ended_by in ('sign-out', 'reuse')),
  constraint customers_member_sessions_end_whole check ((ended_at is null) = (ended_by is null))
);
create index customers_member_sessions_expiry on customers_member_sessions (expires_at);

-- The code that was sent to a phone last. Phone and code are keyed hashes: phones of people who never signed in stay unknown.
create table customers_member_codes (
  phone_key text not null,
  code_hash text not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  tries integer not null,
  used_at timestamptz,
  constraint customers_member_codes_pk primary key (phone_key)
);
create index customers_member_codes_expiry on customers_member_codes (expires_at);

-- How many codes were asked for, by phone and by network, since a window of time began.
create table customers_member_throttles (
  key text not null,
  started_at timestamptz not null,
  count integer not null,
  constraint customers_member_throttles_pk primary key (key)
);
create index customers_member_throttles_started on customers_member_throttles (started_at);

create view customers_v as
select customer_id, display_name, gender, birthday, attributes, source, created_at from customers;

create view customers_identities_v as
select customer_id, type, value, created_at from customers_identities;
