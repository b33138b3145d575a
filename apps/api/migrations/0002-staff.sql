-- Who signs in to the console, their sessions, and the memory of failed sign-ins. Small: reference tables.

create table staff (
  staff_id uuid not null,
  -- lower case; what is signed in with
  email text not null,
  display_name text not null,
  -- a code of libs/staff/src/domain/roles.ts; an unknown one grants nothing
  role text not null,
  status text not null,
  password_hash text not null,
  -- the password was made up by the system and is known to whoever passed it on
  must_change_password boolean not null,
  last_sign_in_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint staff_pk primary key (staff_id),
  constraint staff_email_unique unique (email),
  constraint staff_email_lower_case check (email = lower(email)),
  constraint staff_status_known check (status in ('active', 'disabled'))
);

-- One row per session; its refresh token is known by the counter, no token is stored.
create table staff_sessions (
  session_id uuid not null,
  staff_id uuid not null,
  counter integer not null,
  -- when the current refresh token was given out: the last sign of life
  rotated_at timestamptz not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_by text,
  constraint staff_sessions_pk primary key (session_id),
  constraint staff_sessions_staff_fk foreign key (staff_id) references staff (staff_id),
  constraint staff_sessions_end_known check (ended_by in ('sign-out', 'reuse', 'password', 'disabled')),
  constraint staff_sessions_end_whole check ((ended_at is null) = (ended_by is null))
);
create index staff_sessions_staff on staff_sessions (staff_id) where ended_at is null;
create index staff_sessions_expiry on staff_sessions (expires_at);

-- Keys of programs. Only the hash of the secret is kept: whoever reads this table can't call as anybody.
create table staff_api_keys (
  key_id uuid not null,
  name text not null,
  -- SHA-256 of the whole bearer token, hex
  secret_hash text not null,
  -- last letters of the secret, by which people tell keys apart
  ending text not null,
  permissions text[] not null,
  created_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  constraint staff_api_keys_pk primary key (key_id),
  constraint staff_api_keys_secret_unique unique (secret_hash)
);

-- Attempts to sign in that did not succeed, by account and by address. The key is a hash: people type passwords into
-- the e-mail field. Exists for unknown e-mails too, so that being locked tells nothing about an account.
create table staff_throttles (
  key text not null,
  failures integer not null,
  failed_at timestamptz not null,
  blocked_until timestamptz,
  constraint staff_throttles_pk primary key (key)
);
create index staff_throttles_failed on staff_throttles (failed_at);
