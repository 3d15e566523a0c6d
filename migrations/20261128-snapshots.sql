-- What a company was on a day, as far as retention and explanations need it, besides its figures.
alter table snapshots
  -- of the workspace's definitions, by which the figures were computed
  add column definition_version bigint,
  add column stage text,
  -- computed afterwards, for a day on which no server ran: only what the dates of contracts tell
  add column reconstructed boolean,
  -- ids of those who looked after it, and of the account groups that it stood in
  add column account_managers text[],
  add column account_groups text[];
create index snapshots_by_date on snapshots (workspace_id, date);

-- A day whose snapshots are being written, batch after batch by company id: what is not finished is gone on with, and
-- not read.
create table unfinished_snapshots (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  date date not null,
  definition_version bigint not null,
  -- the last company that is written; null: none yet
  after_company text collate "C",
  primary key (workspace_id, date)
);
revoke all on unfinished_snapshots from quarterdeck_scoped;
alter table unfinished_snapshots enable row level security;
create policy whole_workspace on unfinished_snapshots to quarterdeck_workspace
  using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
