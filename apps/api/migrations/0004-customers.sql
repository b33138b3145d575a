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

create view customers_v as
select customer_id, display_name, gender, birthday, attributes, source, created_at from customers;

create view customers_identities_v as
select customer_id, type, value, created_at from customers_identities;
