-- Survey tools that send their answers to an address of their own: only a hash of its token is kept, and of what they sent
-- what may be shown. A delivery that waits for somebody to say whose it is keeps its body, sealed with the server's secret.
create table survey_tools (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  key text default gen_random_uuid()::text,
  -- stands at each response as its source
  name text not null,
  mapping jsonb not null,
  token_hash bytea not null unique,
  -- where the tool signs what it sends: the header, and the secret, sealed
  signature_header text,
  signature_secret bytea,
  created_at timestamptz not null,
  rotated_at timestamptz,
  primary key (workspace_id, key),
  unique (workspace_id, name),
  check ((signature_header is null) = (signature_secret is null))
);

create table survey_deliveries (
  workspace_id uuid not null,
  key text default gen_random_uuid()::text,
  tool text not null,
  received_at timestamptz not null,
  -- the tool's own id of the answer
  answer_id text,
  body_hash bytea not null,
  outcome text not null
    check (outcome in ('taken', 'updated', 'repeated', 'unrated', 'waiting', 'dismissed', 'refused')),
  -- what was done, or what is missing, in words
  message text not null,
  shown text not null,
  sealed bytea,
  company text,
  response text,
  primary key (workspace_id, key),
  foreign key (workspace_id, tool) references survey_tools (workspace_id, key) on delete cascade,
  foreign key (workspace_id, company) references companies (workspace_id, key) on delete cascade,
  foreign key (workspace_id, response) references csat (workspace_id, key) on delete set null (response),
  check ((outcome = 'waiting') = (sealed is not null))
);
create index survey_deliveries_by_tool on survey_deliveries (workspace_id, tool, received_at desc);
create index survey_deliveries_by_answer on survey_deliveries (workspace_id, tool, answer_id);
create index survey_deliveries_by_company on survey_deliveries (workspace_id, company);
create index survey_deliveries_by_response on survey_deliveries (workspace_id, response);
create index contacts_by_email on contacts (workspace_id, lower(email));

-- How survey mails are worded; without a row as the product words them (domain/csat/survey-mail.ts).
create table survey_mail_texts (
  workspace_id uuid primary key references workspaces (id) on delete cascade,
  subject text not null,
  text text not null
);

-- Survey mails: each is written down before it is sent, and taken by one process, so that it is sent once.
create table survey_mails (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  key text default gen_random_uuid()::text,
  survey text not null,
  company text not null,
  sent_to text not null,
  state text not null check (state in ('waiting', 'sending', 'sent', 'failed')),
  asked_at timestamptz not null,
  primary key (workspace_id, key),
  foreign key (workspace_id, survey) references csat_surveys (workspace_id, key) on delete cascade,
  foreign key (workspace_id, company) references companies (workspace_id, key) on delete cascade
);
create index survey_mails_by_survey on survey_mails (workspace_id, survey);
create index survey_mails_by_company on survey_mails (workspace_id, company);

revoke all on survey_tools, survey_deliveries from quarterdeck_scoped;
revoke insert, update, delete on survey_mail_texts from quarterdeck_scoped;

do $$
declare
  scoped constant text := 'workspace_id = (select current_workspace()) and company = any ((select current_companies())::text[])';
  whole constant text := 'workspace_id = (select current_workspace())';
  t record;
begin
  for t in select * from (values ('survey_tools', whole), ('survey_deliveries', scoped), ('survey_mail_texts', whole), ('survey_mails', scoped)) as tables (name, scope) loop
    execute format('alter table %I enable row level security', t.name);
    execute format('create policy whole_workspace on %I to quarterdeck_workspace using (%2$s) with check (%2$s)', t.name, whole);
    execute format('create policy scoped on %I to quarterdeck_scoped using (%2$s) with check (%2$s)', t.name, t.scope);
  end loop;
end $$;
