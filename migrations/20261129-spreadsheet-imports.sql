-- What was brought in from spreadsheets, with each row as it was before and after, so that a whole import can be undone.
create table spreadsheet_imports (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id bigint generated always as identity,
  kind text not null,
  file_name text not null,
  headings text[] not null,
  -- the field that each column filled; null: none
  mapping text[] not null,
  dates text not null,
  decimals text not null,
  imported_at timestamptz not null,
  imported_by text not null,
  created integer not null,
  updated integer not null,
  unchanged integer not null,
  undone_at timestamptz,
  undone_by text,
  primary key (workspace_id, id)
);

create table spreadsheet_import_rows (
  workspace_id uuid not null,
  import bigint not null,
  -- what tells the row apart in its table, in the order of the bundle's columns
  identity text[] not null,
  -- null: the row was created
  before jsonb,
  after jsonb not null,
  primary key (workspace_id, import, identity),
  foreign key (workspace_id, import) references spreadsheet_imports (workspace_id, id) on delete cascade
);

revoke all on spreadsheet_imports, spreadsheet_import_rows from quarterdeck_scoped;
alter table spreadsheet_imports enable row level security;
alter table spreadsheet_import_rows enable row level security;
create policy whole_workspace on spreadsheet_imports to quarterdeck_workspace
  using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
create policy whole_workspace on spreadsheet_import_rows to quarterdeck_workspace
  using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
