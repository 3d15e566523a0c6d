-- Which row of ours a record of a connected system stands for. A row without a link is ours alone.
create table sync_links (
  workspace_id uuid not null,
  connection text not null,
  kind text not null check (kind in ('companies', 'contacts', 'contracts', 'contractLines', 'surveys')),
  -- as the vendor's system has it
  record text collate "C" not null,
  -- ours
  key text collate "C" not null,
  -- by a sync, found by its name or address, or chosen by somebody
  made text not null check (made in ('created', 'matched', 'chosen')),
  -- of a company that is gone: the stage that it comes back to
  stage_before text check (stage_before in ('prospect', 'sales', 'ice', 'agreement', 'onboarding', 'active', 'offboarded')),
  -- since when the record is not there any more, or no client any more
  gone_on date,
  -- the user that a company got as its owner from there
  owner text,
  primary key (workspace_id, connection, kind, record),
  foreign key (workspace_id, connection) references connections (workspace_id, key) on delete cascade
);
create index sync_links_by_key on sync_links (workspace_id, kind, key);

revoke all on sync_links from quarterdeck_scoped;
alter table sync_links enable row level security;
create policy whole_workspace on sync_links to quarterdeck_workspace
  using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
