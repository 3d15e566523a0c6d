-- Onboarding: the tasks of the template, and those of each company, which are copied from it when its onboarding starts and
-- belong to the company from then on. A task goes to one of ours (owner), to somebody of the client (contact), or waits under
-- a name; where there are several, they go in this order.
create table onboarding_template (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  key text,
  title text not null,
  description text,
  side text not null check (side in ('us', 'client')),
  owner_role text check (owner_role in ('vcio', 'primary_contact')),
  owner text,
  owner_name text,
  due_days int check (due_days >= 0),
  required boolean,
  "order" numeric,
  primary key (workspace_id, key),
  foreign key (workspace_id, owner) references users (workspace_id, key)
);

-- template_task: which task of the template it was copied from; that one may be gone.
create table onboarding_tasks (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  key text,
  company text not null,
  title text not null,
  description text,
  side text not null check (side in ('us', 'client')),
  owner text,
  contact text,
  owner_name text,
  due_date date,
  required boolean,
  done_at timestamptz,
  done_by text,
  note text,
  template_task text,
  primary key (workspace_id, key),
  foreign key (workspace_id, company) references companies (workspace_id, key) on delete cascade,
  foreign key (workspace_id, owner) references users (workspace_id, key),
  foreign key (workspace_id, contact) references contacts (workspace_id, key) on delete set null (contact)
);
create index onboarding_tasks_by_company on onboarding_tasks (workspace_id, company);
create index onboarding_tasks_by_contact on onboarding_tasks (workspace_id, contact);

alter table onboarding_template enable row level security;
create policy whole_workspace on onboarding_template to quarterdeck_workspace, quarterdeck_scoped
  using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
alter table onboarding_tasks enable row level security;
create policy whole_workspace on onboarding_tasks to quarterdeck_workspace
  using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
create policy scoped on onboarding_tasks to quarterdeck_scoped
  using (workspace_id = (select current_workspace()) and company = any ((select current_companies())::text[]))
  with check (workspace_id = (select current_workspace()) and company = any ((select current_companies())::text[]));
