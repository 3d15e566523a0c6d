-- What one unit of another currency is worth in the workspace's, so that contracts in it count (docs/interfaces.md, "Out").
create table exchange_rates (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  currency text,
  rate numeric not null check (rate > 0),
  primary key (workspace_id, currency)
);

alter table exchange_rates enable row level security;
create policy whole_workspace on exchange_rates to quarterdeck_workspace
  using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
create policy scoped on exchange_rates to quarterdeck_scoped
  using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));

create trigger raise_revision_insert after insert on exchange_rates referencing new table as changed
  for each statement execute function raise_revision('definitions', '');
create trigger raise_revision_update after update on exchange_rates referencing new table as changed
  for each statement execute function raise_revision('definitions', '');
create trigger raise_revision_replaced after update on exchange_rates referencing old table as changed
  for each statement execute function raise_revision('definitions', '');
create trigger raise_revision_delete after delete on exchange_rates referencing old table as changed
  for each statement execute function raise_revision('definitions', '');
