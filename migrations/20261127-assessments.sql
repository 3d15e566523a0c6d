-- Assessments with their questions: templates to take them from, and what was asked and answered. An assessment keeps its
-- own copy of the questions, so that a template can change without changing what was taken. An assessment without
-- answers is a score that was brought in. Only a score is in figures, so only assessments raise the revision.
create table assessment_templates (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  key text,
  name text not null,
  description text,
  answers jsonb,
  retired boolean,
  primary key (workspace_id, key)
);

create table assessment_template_items (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  key text,
  template text not null,
  category text,
  question text not null,
  guidance text,
  weight numeric,
  stack_item text,
  answers jsonb,
  not_applicable boolean,
  "order" numeric,
  primary key (workspace_id, key),
  foreign key (workspace_id, template) references assessment_templates (workspace_id, key) on delete cascade,
  foreign key (workspace_id, stack_item) references stack_items (workspace_id, key) on delete set null (stack_item)
);
create index assessment_template_items_by_template on assessment_template_items (workspace_id, template);

alter table assessments alter column score drop not null;
alter table assessments add column status text check (status in ('in_progress', 'finished'));
alter table assessments add column taken_by text;

create table assessment_answers (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  assessment text,
  item text,
  company text not null,
  category text,
  question text not null,
  guidance text,
  weight numeric,
  stack_item text,
  answers jsonb,
  not_applicable boolean,
  "order" numeric,
  answer text,
  points numeric,
  possible numeric not null,
  applicable boolean,
  note text,
  answered_by text,
  answered_at timestamptz,
  primary key (workspace_id, assessment, item),
  foreign key (workspace_id, assessment) references assessments (workspace_id, key) on delete cascade,
  foreign key (workspace_id, company) references companies (workspace_id, key),
  foreign key (workspace_id, stack_item) references stack_items (workspace_id, key) on delete set null (stack_item)
);
create index assessment_answers_by_company on assessment_answers (workspace_id, company);

do $$
declare
  scoped constant text := 'workspace_id = (select current_workspace()) and %I = any ((select current_companies())::text[])';
  whole constant text := 'workspace_id = (select current_workspace())';
  t record;
begin
  for t in
    select * from (values
      ('assessment_templates', null),
      ('assessment_template_items', null),
      ('assessment_answers', 'company')
    ) as tables (name, company_column)
  loop
    execute format('alter table %I enable row level security', t.name);
    execute format('create policy whole_workspace on %I to quarterdeck_workspace using (' || whole || ') with check (' || whole || ')', t.name);
    if t.company_column is null then
      execute format('create policy scoped on %I to quarterdeck_scoped using (' || whole || ') with check (' || whole || ')', t.name);
    else
      execute format('create policy scoped on %I to quarterdeck_scoped using (' || scoped || ') with check (' || scoped || ')', t.name, t.company_column, t.company_column);
    end if;
  end loop;
end $$;
