-- What a goal means in its own words, and the recommendations that serve it. Both rows of a link belong to one company.
alter table goals add column description text;
alter table goals add constraint goals_of_company unique (workspace_id, key, company);

create table goal_recommendations (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  goal text,
  recommendation text,
  company text not null,
  primary key (workspace_id, goal, recommendation),
  foreign key (workspace_id, goal, company) references goals (workspace_id, key, company) on update cascade on delete cascade,
  foreign key (workspace_id, recommendation) references recommendations (workspace_id, key) on delete cascade
);
create index goal_recommendations_by_company on goal_recommendations (workspace_id, company);

alter table goal_recommendations enable row level security;
create policy whole_workspace on goal_recommendations to quarterdeck_workspace
  using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
create policy scoped on goal_recommendations to quarterdeck_scoped
  using (workspace_id = (select current_workspace()) and company = any ((select current_companies())::text[]))
  with check (workspace_id = (select current_workspace()) and company = any ((select current_companies())::text[]));
