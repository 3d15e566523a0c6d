-- What the server does by itself, per workspace. A row is one job: when it is due next, and which process runs it until
-- when it must have said again that it lives. A process that was killed leaves a lease that runs out, and the run is due.
create table jobs (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  job text not null,
  next_run_at timestamptz not null,
  -- the user who asked for the run that is due
  requested_by text,
  -- in a row, until it succeeds
  failures integer not null default 0,
  runner uuid,
  lease_until timestamptz,
  run bigint,
  primary key (workspace_id, job)
);
create index jobs_by_next_run on jobs (next_run_at);

create table job_runs (
  workspace_id uuid not null,
  id bigint generated always as identity,
  job text not null,
  due_at timestamptz not null,
  started_at timestamptz not null,
  -- null: it is running
  ended_at timestamptz,
  outcome text,
  -- what was done, or what went wrong, in words
  message text,
  requested_by text,
  primary key (workspace_id, id),
  foreign key (workspace_id, job) references jobs (workspace_id, job) on delete cascade
);
create index job_runs_by_job on job_runs (workspace_id, job, id desc);

revoke all on jobs, job_runs from quarterdeck_scoped;
revoke update, delete, insert on job_runs from quarterdeck_workspace;
alter table jobs enable row level security;
alter table job_runs enable row level security;
create policy whole_workspace on jobs to quarterdeck_workspace
  using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
create policy whole_workspace on job_runs to quarterdeck_workspace
  using (workspace_id = (select current_workspace()));
