-- Files that people bring in: the file, the run over it, its staged rows and the rows that failed.

create table imports_files (
  file_id uuid not null,
  name text not null,
  byte_count bigint not null,
  sha256 bytea not null,
  created_at timestamptz not null,
  constraint imports_files_pk primary key (file_id)
);

-- The bytes as they came, so that any process can run the import, and run it again with another mapping.
create table imports_file_chunks (
  file_id uuid not null,
  chunk_no integer not null,
  bytes bytea not null,
  constraint imports_file_chunks_pk primary key (file_id, chunk_no)
);
-- Most uploads are compressed already or small.
alter table imports_file_chunks alter column bytes set storage external;

create table imports (
  import_id uuid not null,
  kind text not null,
  file_id uuid,
  file_name text not null,
  file_byte_count bigint not null,
  mapping jsonb not null,
  -- cells that somebody mended on the screen: [{ row, column, value }]
  corrections jsonb not null,
  is_dry_run boolean not null,
  status text not null,
  phase text,
  columns text[] not null,
  encoding text,
  delimiter text,
  -- who holds the run: a later runner takes the token, and an earlier one that still lives finds out and stops
  run_token uuid,
  attempts integer not null,
  is_cancel_requested boolean not null,
  bytes_read bigint not null,
  rows_read integer not null,
  rows_skipped integer not null,
  rows_failed integer not null,
  total integer,
  done integer not null,
  created integer not null,
  updated integer not null,
  unchanged integer not null,
  skipped integer not null,
  failed integer not null,
  -- key of the last record that is done with
  checkpoint text not null,
  error_code text,
  error_detail text,
  error_faults jsonb,
  created_by uuid,
  created_at timestamptz not null,
  started_at timestamptz,
  updated_at timestamptz not null,
  finished_at timestamptz,
  constraint imports_pk primary key (import_id),
  constraint imports_status_known check (status in ('queued', 'running', 'completed', 'failed', 'cancelled')),
  constraint imports_phase_known check (phase in ('reading', 'applying'))
);
create index imports_status on imports (status, import_id desc);

-- The rows of a running import, ordered by the record they belong to. A row whose cells are shifted stands under its own
-- record and, as a stray, under every other that may lack it.
create table imports_rows (
  import_id uuid not null,
  record_key text collate "C" not null,
  row_no integer not null,
  cells json not null,
  fault json,
  is_stray boolean not null,
  constraint imports_rows_pk primary key (import_id, record_key, row_no)
);

create table imports_errors (
  import_id uuid not null,
  row_no integer not null,
  cells json not null,
  faults json not null,
  constraint imports_errors_pk primary key (import_id, row_no)
);
