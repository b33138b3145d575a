-- Customers and the identities that lead to them.

create table customers (
  customer_id uuid not null,
  display_name text not null,
  gender text,
  birthday date,
  attributes jsonb not null,
  -- where the customer was first seen: a shop, a marketplace, "console"
  source text not null,
  -- what the search looks for: name letters in pairs, identities, last four digits of phones
  search_tokens text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint customers_pk primary key (customer_id),
  constraint customers_gender_known check (gender in ('female', 'male', 'other'))
);
-- Pending-list searches would make the latency of a search depend on the writes before it.
create index customers_search on customers using gin (search_tokens) with (fastupdate = off);

-- Filter and order by when the customer was first seen.
create index customers_created on customers (created_at, customer_id);

create table customers_identities (
  customer_id uuid not null,
  type text not null,
  value text not null,
  source text not null,
  created_at timestamptz not null,
  constraint customers_identities_pk primary key (customer_id, type, value)
);

-- An identity belongs to one customer in the whole system: keyed, and one day distributed, by its value.
create table customers_identity_keys (
  value text not null,
  type text not null,
  customer_id uuid not null,
  constraint customers_identity_keys_pk primary key (value, type)
);

create view customers_v as
select customer_id, display_name, gender, birthday, attributes, source, created_at from customers;

create view customers_identities_v as
select customer_id, type, value, created_at from customers_identities;
