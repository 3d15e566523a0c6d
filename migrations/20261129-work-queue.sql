-- What was done with an item of the work queue: it stays set aside while its cause is the same (domain/work-queue/mark.ts).
-- marked_by: a user's key, or a name; it outlives the user.
create table work_queue_marks (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  company text not null,
  item text not null,
  cause text not null,
  state text not null check (state in ('done', 'snoozed', 'dismissed')),
  until date,
  reason text,
  marked_by text,
  marked_at timestamptz not null,
  primary key (workspace_id, company, item),
  foreign key (workspace_id, company) references companies (workspace_id, key) on delete cascade
);

alter table work_queue_marks enable row level security;
create policy whole_workspace on work_queue_marks to quarterdeck_workspace
  using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
create policy scoped on work_queue_marks to quarterdeck_scoped
  using (workspace_id = (select current_workspace()) and company = any ((select current_companies())::text[]))
  with check (workspace_id = (select current_workspace()) and company = any ((select current_companies())::text[]));
