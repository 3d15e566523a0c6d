-- What connected systems hold, as they said it last: a mirror that a sync reads into page by page, and that the portfolio is
-- then brought in step with (docs/decisions/sync.md).
create table sync_records (
  workspace_id uuid not null,
  connection text not null,
  kind text not null,
  -- as the vendor's system has it
  id text collate "C" not null,
  -- of the kind, as in domain/sync/records.ts
  fields jsonb not null,
  -- these four are taken from the fields, to ask by
  company text,
  -- the contract of a line; the ticket of hours or a survey
  parent text,
  -- when a ticket was created, work was done, a survey was answered
  at timestamptz,
  hours numeric,
  -- by the vendor's clock
  updated_at timestamptz,
  -- the runs that found it new or different the last time, and that saw it the last time
  changed_run bigint not null,
  seen_run bigint not null,
  -- since when it is not in the vendor's system any more
  gone_at timestamptz,
  primary key (workspace_id, connection, kind, id),
  foreign key (workspace_id, connection) references connections (workspace_id, key) on delete cascade
);
create index sync_records_by_change on sync_records (workspace_id, connection, kind, changed_run);
create index sync_records_by_company on sync_records (workspace_id, connection, kind, company, at) where at is not null;
create index sync_records_lines on sync_records (workspace_id, connection, parent) where kind = 'contractLines';

-- A run is due, runs in one process as long as that says so, waits for an admin, or has ended. One is open per connection.
create table sync_runs (
  workspace_id uuid not null,
  id bigint generated always as identity,
  connection text not null,
  kind text not null check (kind in ('first', 'full', 'incremental')),
  -- null: all that the kind of run reads
  kinds text[],
  requested_by text,
  requested_at timestamptz not null,
  not_before timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  state text not null check (state in ('due', 'running', 'waiting', 'succeeded', 'failed', 'cancelled')),
  waiting_for text check (waiting_for in ('start', 'deletions')),
  runner uuid,
  lease_until timestamptz,
  cancel_asked boolean not null default false,
  -- what may have changed while it ran, and is to be read after it
  next_kinds text[],
  -- how far it is (domain/sync/run.ts)
  progress jsonb not null,
  -- requests to the vendor's system
  calls integer not null default 0,
  -- in words: what it waits for, what was done, or what went wrong
  message text,
  -- rows that could not be read, the first hundred
  problems jsonb not null default '[]',
  primary key (workspace_id, id),
  foreign key (workspace_id, connection) references connections (workspace_id, key) on delete cascade,
  check ((state = 'waiting') = (waiting_for is not null)),
  check ((state in ('succeeded', 'failed', 'cancelled')) = (ended_at is not null)),
  check ((runner is not null) = (state = 'running'))
);
create unique index sync_runs_open on sync_runs (workspace_id, connection) where ended_at is null;
create index sync_runs_by_connection on sync_runs (workspace_id, connection, id desc);

-- Up to when a kind was read completely, and by which run.
create table sync_watermarks (
  workspace_id uuid not null,
  connection text not null,
  kind text not null,
  run bigint not null,
  -- by our clock, when that run began
  started_at timestamptz not null,
  -- the newest change in the vendor's answers so far; null: it does not say
  newest timestamptz,
  primary key (workspace_id, connection, kind),
  foreign key (workspace_id, connection) references connections (workspace_id, key) on delete cascade
);

revoke all on sync_records, sync_runs, sync_watermarks from quarterdeck_scoped;
do $$
declare
  name text;
begin
  foreach name in array array['sync_records', 'sync_runs', 'sync_watermarks'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy whole_workspace on %I to quarterdeck_workspace using (%2$s) with check (%2$s)', name, 'workspace_id = (select current_workspace())');
  end loop;
end $$;
