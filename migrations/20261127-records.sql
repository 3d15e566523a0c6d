-- Uploaded files and the records that a meeting needs. The bytes stand in the data folder or in S3-compatible storage,
-- under the name `stored_as`; equal contents of a workspace stand there once.
create table file_contents (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint not null check (bytes > 0),
  stored_as text not null,
  unused_since timestamptz,
  primary key (workspace_id, sha256)
);

create table files (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  key text,
  company text not null,
  name text not null,
  media text not null,
  sha256 text not null,
  uploaded_at timestamptz,
  uploaded_by text,
  primary key (workspace_id, key),
  unique (workspace_id, key, company),
  foreign key (workspace_id, company) references companies (workspace_id, key) on delete cascade,
  foreign key (workspace_id, sha256) references file_contents (workspace_id, sha256)
);
create index files_by_company on files (workspace_id, company);
create index files_by_content on files (workspace_id, sha256);

create table records (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  key text,
  meeting text not null,
  company text not null,
  kind text not null check (kind in ('slide_deck', 'assessment', 'service_desk_metrics', 'warranty_report', 'other')),
  title text,
  link text,
  file text,
  added_at timestamptz,
  added_by text,
  primary key (workspace_id, key),
  check ((link is null) <> (file is null)),
  foreign key (workspace_id, meeting, company) references meetings (workspace_id, key, company) on update cascade on delete cascade,
  foreign key (workspace_id, file, company) references files (workspace_id, key, company)
);
create index records_by_meeting on records (workspace_id, meeting);
create index records_by_company on records (workspace_id, company);
create index records_by_file on records (workspace_id, file);

-- Of a kind of meeting without a row the default holds (domain/records/missing-records.ts).
create table record_requirements (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  meeting_kind text check (meeting_kind in ('pulse', 'vcio', 'ice', 'kickoff', 'escalation', 'internal')),
  records text[],
  assessment_days integer check (assessment_days > 0),
  primary key (workspace_id, meeting_kind)
);

do $$
declare
  scoped constant text := 'workspace_id = (select current_workspace()) and company = any ((select current_companies())::text[])';
  whole constant text := 'workspace_id = (select current_workspace())';
  t record;
begin
  for t in select * from (values ('file_contents', false), ('files', true), ('records', true), ('record_requirements', false)) as tables (name, of_company) loop
    execute format('alter table %I enable row level security', t.name);
    execute format('create policy whole_workspace on %I to quarterdeck_workspace using (' || whole || ') with check (' || whole || ')', t.name);
    execute format('create policy scoped on %I to quarterdeck_scoped using (%2$s) with check (%2$s)', t.name,
      case when t.of_company then scoped else whole end);
  end loop;
end $$;
