-- Every change of a company's lifecycle stage: when, by whom, from where, to where, why, and whether it was forced. The first
-- one of a company that was added here has no stage before it; a company that came with an import may have none at all.
create table stage_changes (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  key text,
  company text not null,
  changed_at timestamptz not null,
  changed_by text,
  from_stage text check (from_stage in ('prospect', 'sales', 'ice', 'agreement', 'onboarding', 'active', 'offboarded')),
  to_stage text not null check (to_stage in ('prospect', 'sales', 'ice', 'agreement', 'onboarding', 'active', 'offboarded')),
  note text,
  forced boolean,
  primary key (workspace_id, key),
  foreign key (workspace_id, company) references companies (workspace_id, key) on delete cascade
);
create index stage_changes_by_company on stage_changes (workspace_id, company, changed_at);

alter table stage_changes enable row level security;
create policy whole_workspace on stage_changes to quarterdeck_workspace
  using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
create policy scoped on stage_changes to quarterdeck_scoped
  using (workspace_id = (select current_workspace()) and company = any ((select current_companies())::text[]))
  with check (workspace_id = (select current_workspace()) and company = any ((select current_companies())::text[]));
