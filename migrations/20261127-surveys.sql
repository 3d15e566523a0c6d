-- Who answered, where an answer came from, and what it was about; and the links of the product's own survey. A link is
-- signed with the server's secret and stands for one answer: it stays answered even if the response is deleted.
alter table csat add column contact text;
alter table csat add column source text;
alter table csat add column about text;
alter table csat add foreign key (workspace_id, contact) references contacts (workspace_id, key) on delete set null (contact);
create index csat_by_contact on csat (workspace_id, contact);

create table csat_surveys (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  key text default gen_random_uuid()::text,
  company text not null,
  contact text,
  about text,
  created_at timestamptz not null,
  created_by text not null,
  expires_at timestamptz not null,
  answered_at timestamptz,
  response text,
  primary key (workspace_id, key),
  unique (key),
  foreign key (workspace_id, company) references companies (workspace_id, key) on delete cascade,
  foreign key (workspace_id, contact) references contacts (workspace_id, key) on delete cascade,
  foreign key (workspace_id, response) references csat (workspace_id, key) on delete set null (response)
);
create index csat_surveys_by_company on csat_surveys (workspace_id, company);
create index csat_surveys_by_contact on csat_surveys (workspace_id, contact);
create index csat_surveys_by_response on csat_surveys (workspace_id, response);
alter table csat_surveys enable row level security;
create policy whole_workspace on csat_surveys to quarterdeck_workspace
  using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
create policy scoped on csat_surveys to quarterdeck_scoped
  using (workspace_id = (select current_workspace()) and company = any ((select current_companies())::text[]))
  with check (workspace_id = (select current_workspace()) and company = any ((select current_companies())::text[]));
