-- Systems that the workspace's data comes from. Credentials are sealed with the server's secret and never shown.
create table connections (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  key text default gen_random_uuid()::text,
  -- which connector reads it
  vendor text not null,
  name text not null,
  credentials bytea not null,
  -- what counts as a client, what billing periods mean, and the like
  settings jsonb not null default '{}',
  -- whether its address may be one of the MSP's own network
  allow_private boolean not null default false,
  -- what the connector found out in an earlier session
  remembered jsonb not null default '{}',
  state text not null check (state in ('setting up', 'on', 'paused')),
  sync_every_minutes integer not null default 15 check (sync_every_minutes between 1 and 1440),
  -- minutes after midnight, in the workspace's time zone
  full_at integer not null default 120 check (full_at between 0 and 1439),
  -- of the address that the vendor's system calls back
  hook_token_hash bytea unique,
  -- that it signs with, sealed
  hook_secret bytea,
  created_at timestamptz not null,
  created_by text not null,
  primary key (workspace_id, key),
  unique (workspace_id, name)
);

revoke all on connections from quarterdeck_scoped;
alter table connections enable row level security;
create policy whole_workspace on connections to quarterdeck_workspace
  using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
