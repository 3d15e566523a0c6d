-- The portfolio: one table per file of the bundle (docs/portfolio-format.md), the same words for tables and columns.
-- Every row carries its workspace; rows of a company carry the company too, so that row-level security only compares.
-- A column that was never set is null: defaults live in the rules, not in the rows. Money is whole cents.

create table workspaces (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  currency text,
  as_of date,
  time_zone text,
  effort_midpoint numeric,
  value_midpoint bigint,
  seat_value_midpoint bigint,
  minimum_coverage numeric,
  revision bigint not null default 0
);

-- What changed at which revision: the portfolio read model loads only that again.
-- part: facts (one company, or all when company is null), definitions (rules' settings), access (users and groups).
create table portfolio_changes (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  revision bigint not null,
  part text not null check (part in ('facts', 'definitions', 'access')),
  company text
);
create index portfolio_changes_by_revision on portfolio_changes (workspace_id, revision);

create table users (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  key text,
  name text not null,
  email text not null,
  role text not null check (role in ('admin', 'member', 'viewer')),
  account_manager boolean,
  is_manager boolean,
  primary key (workspace_id, key)
);
create unique index users_email on users (workspace_id, lower(email));

create table companies (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  key text,
  name text not null,
  stage text check (stage in ('prospect', 'sales', 'ice', 'agreement', 'onboarding', 'active', 'offboarded')),
  executive_summary text,
  industry text,
  mrr_override bigint,
  one_time_override bigint,
  employees_synced bigint,
  employees_override bigint,
  locations bigint,
  tags text[],
  date_acquired date,
  yearly_revenue bigint,
  year_established int,
  owner text,
  offboarded_on date,
  primary key (workspace_id, key),
  foreign key (workspace_id, owner) references users (workspace_id, key)
);

create table contacts (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  key text,
  company text not null,
  name text not null,
  email text,
  title text,
  active boolean,
  decision_maker boolean,
  primary key (workspace_id, key),
  foreign key (workspace_id, company) references companies (workspace_id, key)
);
create index contacts_by_company on contacts (workspace_id, company);

create table contracts (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  key text,
  company text not null,
  name text not null,
  vendor text,
  status text check (status in ('active', 'inactive')),
  start date,
  "end" date,
  cycle text,
  amount bigint,
  currency text,
  revenue_from text check (revenue_from in ('header', 'lines')),
  excluded boolean,
  primary key (workspace_id, key),
  foreign key (workspace_id, company) references companies (workspace_id, key),
  unique (workspace_id, key, company)
);
create index contracts_by_company on contracts (workspace_id, company);

create table contract_lines (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  key text,
  contract text not null,
  company text not null,
  description text,
  product_code text,
  vendor text,
  quantity numeric,
  unit_price bigint,
  cycle text,
  start date,
  cancelled_on date,
  primary key (workspace_id, key),
  foreign key (workspace_id, contract, company) references contracts (workspace_id, key, company) on update cascade on delete cascade
);
create index contract_lines_by_company on contract_lines (workspace_id, company);

create table excluded_vendors (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  vendor text,
  primary key (workspace_id, vendor)
);

create table stack_items (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  key text,
  name text not null,
  definition text,
  category text,
  "order" numeric,
  tags text[],
  weight numeric,
  agreement_inclusion_default boolean,
  any_one_of text,
  retired boolean,
  primary key (workspace_id, key)
);

create table products (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  key text,
  stack_item text not null,
  name text not null,
  standing text check (standing in ('preferred', 'supported', 'other')),
  product_codes text[],
  mrr_per_company bigint,
  mrr_per_seat bigint,
  mrr_per_location bigint,
  one_time_per_company bigint,
  one_time_per_seat bigint,
  one_time_per_location bigint,
  primary key (workspace_id, key),
  foreign key (workspace_id, stack_item) references stack_items (workspace_id, key)
);

create table alignments (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  company text,
  stack_item text,
  applicable boolean,
  current_product text,
  opportunity_product text,
  alignment numeric,
  agreement_inclusion boolean,
  mrr_opportunity bigint,
  one_time_opportunity bigint,
  current_mrr bigint,
  set_on date,
  set_by text,
  provider text,
  threat boolean,
  primary key (workspace_id, company, stack_item),
  foreign key (workspace_id, company) references companies (workspace_id, key),
  foreign key (workspace_id, stack_item) references stack_items (workspace_id, key),
  foreign key (workspace_id, opportunity_product) references products (workspace_id, key)
);

create table alignment_notes (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  key text,
  company text not null,
  stack_item text not null,
  text text not null,
  created_at timestamptz,
  created_by text,
  primary key (workspace_id, key),
  foreign key (workspace_id, company) references companies (workspace_id, key),
  foreign key (workspace_id, stack_item) references stack_items (workspace_id, key)
);
create index alignment_notes_by_company on alignment_notes (workspace_id, company);

create table recommendation_statuses (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  name text,
  state text not null check (state in ('not_started', 'started', 'completed', 'declined')),
  color text,
  "order" numeric,
  primary key (workspace_id, name)
);

create table recommendations (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  key text,
  company text not null,
  title text not null,
  description text,
  category text,
  priority text,
  status text,
  owner text,
  target_quarter text,
  win_probability numeric,
  primary key (workspace_id, key),
  foreign key (workspace_id, company) references companies (workspace_id, key),
  unique (workspace_id, key, company),
  foreign key (workspace_id, owner) references users (workspace_id, key)
);
create index recommendations_by_company on recommendations (workspace_id, company);

create table recommendation_lines (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  key text,
  recommendation text not null,
  company text not null,
  stack_item text,
  mrr bigint,
  one_time bigint,
  primary key (workspace_id, key),
  foreign key (workspace_id, recommendation, company) references recommendations (workspace_id, key, company) on update cascade on delete cascade,
  foreign key (workspace_id, stack_item) references stack_items (workspace_id, key)
);
create index recommendation_lines_by_company on recommendation_lines (workspace_id, company);

create table health_metrics (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  key text,
  name text not null,
  description text,
  icon text,
  max_score numeric not null,
  weight numeric not null,
  kind text not null check (kind in ('custom', 'assessment', 'csat', 'computed')),
  fact text,
  bands jsonb,
  choices jsonb,
  stale_after_days int,
  "order" numeric,
  primary key (workspace_id, key)
);

create table effort_metrics (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  key text,
  name text not null,
  description text,
  icon text,
  max_score numeric not null,
  weight numeric not null,
  kind text not null check (kind in ('custom', 'assessment', 'csat', 'computed')),
  fact text,
  bands jsonb,
  choices jsonb,
  stale_after_days int,
  "order" numeric,
  primary key (workspace_id, key)
);

create table health_scores (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  company text,
  metric text,
  points numeric not null,
  set_on date,
  set_by text,
  note text,
  primary key (workspace_id, company, metric),
  foreign key (workspace_id, company) references companies (workspace_id, key),
  foreign key (workspace_id, metric) references health_metrics (workspace_id, key)
);

create table effort_scores (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  company text,
  metric text,
  points numeric not null,
  set_on date,
  set_by text,
  note text,
  primary key (workspace_id, company, metric),
  foreign key (workspace_id, company) references companies (workspace_id, key),
  foreign key (workspace_id, metric) references effort_metrics (workspace_id, key)
);

create table health_bands (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  name text,
  "from" numeric not null,
  color text not null,
  primary key (workspace_id, name)
);

create table effort_bands (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  name text,
  "from" numeric not null,
  color text not null,
  primary key (workspace_id, name)
);

create table alignment_bands (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  name text,
  "from" numeric not null,
  color text not null,
  primary key (workspace_id, name)
);

create table health_overrides (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  company text,
  status text not null,
  reason text not null,
  set_on date,
  expires_on date not null,
  set_by text,
  primary key (workspace_id, company, set_on),
  foreign key (workspace_id, company) references companies (workspace_id, key),
  check (expires_on >= set_on)
);

create table segments (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  quadrant text,
  name text not null,
  description text,
  primary key (workspace_id, quadrant)
);

create table facts (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  company text,
  fact text,
  value text not null,
  as_of date,
  primary key (workspace_id, company, fact),
  foreign key (workspace_id, company) references companies (workspace_id, key)
);

create table csat (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  key text,
  company text not null,
  answered_at timestamptz not null,
  rating text not null check (rating in ('positive', 'neutral', 'negative')),
  comment text,
  primary key (workspace_id, key),
  foreign key (workspace_id, company) references companies (workspace_id, key)
);
create index csat_by_company on csat (workspace_id, company);

create table assessments (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  key text,
  company text not null,
  template text not null,
  taken_on date not null,
  score numeric not null,
  primary key (workspace_id, key),
  foreign key (workspace_id, company) references companies (workspace_id, key)
);
create index assessments_by_company on assessments (workspace_id, company);

create table security_groups (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  key text,
  name text not null,
  all_companies boolean,
  primary key (workspace_id, key)
);

create table account_groups (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  key text,
  name text not null,
  description text,
  all_companies boolean,
  primary key (workspace_id, key)
);

create table security_group_companies (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  security_group text,
  company text,
  primary key (workspace_id, security_group, company),
  foreign key (workspace_id, company) references companies (workspace_id, key) on delete cascade,
  foreign key (workspace_id, security_group) references security_groups (workspace_id, key) on delete cascade
);
create index security_group_companies_by_company on security_group_companies (workspace_id, company);

create table security_group_users (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  security_group text,
  "user" text,
  primary key (workspace_id, security_group, "user"),
  foreign key (workspace_id, security_group) references security_groups (workspace_id, key) on delete cascade,
  foreign key (workspace_id, "user") references users (workspace_id, key) on delete cascade
);

create table account_group_companies (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  account_group text,
  company text,
  primary key (workspace_id, account_group, company),
  foreign key (workspace_id, company) references companies (workspace_id, key) on delete cascade,
  foreign key (workspace_id, account_group) references account_groups (workspace_id, key) on delete cascade
);
create index account_group_companies_by_company on account_group_companies (workspace_id, company);

create table account_group_members (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  account_group text,
  "user" text,
  primary key (workspace_id, account_group, "user"),
  foreign key (workspace_id, account_group) references account_groups (workspace_id, key) on delete cascade,
  foreign key (workspace_id, "user") references users (workspace_id, key) on delete cascade
);

create table account_group_account_managers (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  account_group text,
  "user" text,
  primary key (workspace_id, account_group, "user"),
  foreign key (workspace_id, account_group) references account_groups (workspace_id, key) on delete cascade,
  foreign key (workspace_id, "user") references users (workspace_id, key) on delete cascade
);

create table account_manager_companies (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  "user" text,
  company text,
  primary key (workspace_id, "user", company),
  foreign key (workspace_id, company) references companies (workspace_id, key) on delete cascade,
  foreign key (workspace_id, "user") references users (workspace_id, key) on delete cascade
);
create index account_manager_companies_by_company on account_manager_companies (workspace_id, company);

create table goals (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  key text,
  company text not null,
  title text not null,
  category text,
  owner text,
  target_date date,
  status text,
  progress numeric,
  primary key (workspace_id, key),
  foreign key (workspace_id, company) references companies (workspace_id, key),
  foreign key (workspace_id, owner) references users (workspace_id, key)
);
create index goals_by_company on goals (workspace_id, company);

create table meetings (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  key text,
  company text not null,
  kind text not null check (kind in ('pulse', 'vcio', 'ice', 'kickoff', 'escalation', 'internal')),
  method text check (method in ('in_person', 'phone', 'video', 'other')),
  date date not null,
  status text check (status in ('planned', 'held', 'cancelled')),
  agenda text,
  notes text,
  sentiment text,
  primary key (workspace_id, key),
  foreign key (workspace_id, company) references companies (workspace_id, key),
  unique (workspace_id, key, company)
);
create index meetings_by_company on meetings (workspace_id, company);

create table meeting_recommendations (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  meeting text,
  recommendation text,
  company text not null,
  primary key (workspace_id, meeting, recommendation),
  foreign key (workspace_id, meeting, company) references meetings (workspace_id, key, company) on update cascade on delete cascade,
  foreign key (workspace_id, recommendation) references recommendations (workspace_id, key) on delete cascade
);
create index meeting_recommendations_by_company on meeting_recommendations (workspace_id, company);

create table action_items (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  key text,
  meeting text not null,
  company text not null,
  title text not null,
  owner text,
  due_date date,
  done boolean,
  primary key (workspace_id, key),
  foreign key (workspace_id, meeting, company) references meetings (workspace_id, key, company) on update cascade on delete cascade,
  foreign key (workspace_id, owner) references users (workspace_id, key)
);
create index action_items_by_company on action_items (workspace_id, company);

create table cadences (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  company text,
  kind text,
  every text not null check (every in ('weekly', 'biweekly', 'monthly', 'quarterly', 'semiannual', 'annual')),
  primary key (workspace_id, company, kind),
  foreign key (workspace_id, company) references companies (workspace_id, key)
);

create table snapshots (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  company text,
  date date,
  mrr bigint,
  employees bigint,
  health numeric,
  health_status text,
  coverage numeric,
  effort numeric,
  segment text,
  alignment numeric,
  mrr_opportunity bigint,
  one_time_opportunity bigint,
  primary key (workspace_id, company, date),
  foreign key (workspace_id, company) references companies (workspace_id, key)
);

create index contract_lines_by_contract on contract_lines (workspace_id, contract);
create index recommendation_lines_by_recommendation on recommendation_lines (workspace_id, recommendation);
create index action_items_by_meeting on action_items (workspace_id, meeting);

-- Row-level security, the lock behind every query's own scope: role quarterdeck_workspace sees its workspace,
-- role quarterdeck_scoped only the rows of the companies named for the transaction.
do $$
declare
  scoped constant text := 'workspace_id = (select current_workspace()) and %I = any ((select current_companies())::text[])';
  whole constant text := 'workspace_id = (select current_workspace())';
  t record;
begin
  for t in
    select * from (values
      ('users', null),
      ('companies', 'key'),
      ('contacts', 'company'),
      ('contracts', 'company'),
      ('contract_lines', 'company'),
      ('excluded_vendors', null),
      ('stack_items', null),
      ('products', null),
      ('alignments', 'company'),
      ('alignment_notes', 'company'),
      ('recommendation_statuses', null),
      ('recommendations', 'company'),
      ('recommendation_lines', 'company'),
      ('health_metrics', null),
      ('effort_metrics', null),
      ('health_scores', 'company'),
      ('effort_scores', 'company'),
      ('health_bands', null),
      ('effort_bands', null),
      ('alignment_bands', null),
      ('health_overrides', 'company'),
      ('segments', null),
      ('facts', 'company'),
      ('csat', 'company'),
      ('assessments', 'company'),
      ('security_groups', null),
      ('account_groups', null),
      ('security_group_companies', 'company'),
      ('security_group_users', null),
      ('account_group_companies', 'company'),
      ('account_group_members', null),
      ('account_group_account_managers', null),
      ('account_manager_companies', 'company'),
      ('goals', 'company'),
      ('meetings', 'company'),
      ('meeting_recommendations', 'company'),
      ('action_items', 'company'),
      ('cadences', 'company'),
      ('snapshots', 'company')
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

alter table workspaces enable row level security;
create policy own_workspace on workspaces to quarterdeck_workspace, quarterdeck_scoped
  using (id = (select current_workspace())) with check (id = (select current_workspace()));
alter table portfolio_changes enable row level security;
create policy whole_workspace on portfolio_changes to quarterdeck_workspace using (workspace_id = (select current_workspace()));

-- Every committed change to what the portfolio rests on raises the workspace's revision in its own transaction. It is a
-- trigger, not a habit, so that no verb, import or hand-made correction can forget it. The row lock on the workspace makes
-- revisions become visible in their order.
create function raise_revision() returns trigger language plpgsql security definer set search_path from current as $$
declare
  part constant text := tg_argv[0];
begin
  if part = 'facts' then
    execute format(
      'with raised as (update workspaces w set revision = revision + 1
         where id in (select distinct workspace_id from changed) returning id, revision)
       insert into portfolio_changes (workspace_id, revision, part, company)
       select distinct r.id, r.revision, ''facts'', c.%I from changed c join raised r on r.id = c.workspace_id', tg_argv[1]);
  else
    with raised as (
      update workspaces w set revision = revision + 1 where id in (select distinct workspace_id from changed) returning id, revision)
    insert into portfolio_changes (workspace_id, revision, part) select id, revision, part from raised;
  end if;
  return null;
end $$;

do $$
declare
  t record;
begin
  for t in
    select * from (values
      ('users', 'access', ''),
      ('companies', 'facts', 'key'),
      ('contacts', 'facts', 'company'),
      ('contracts', 'facts', 'company'),
      ('contract_lines', 'facts', 'company'),
      ('excluded_vendors', 'definitions', ''),
      ('stack_items', 'definitions', ''),
      ('products', 'definitions', ''),
      ('alignments', 'facts', 'company'),
      ('recommendation_statuses', 'definitions', ''),
      ('recommendations', 'facts', 'company'),
      ('recommendation_lines', 'facts', 'company'),
      ('health_metrics', 'definitions', ''),
      ('effort_metrics', 'definitions', ''),
      ('health_scores', 'facts', 'company'),
      ('effort_scores', 'facts', 'company'),
      ('health_bands', 'definitions', ''),
      ('effort_bands', 'definitions', ''),
      ('alignment_bands', 'definitions', ''),
      ('health_overrides', 'facts', 'company'),
      ('segments', 'definitions', ''),
      ('facts', 'facts', 'company'),
      ('csat', 'facts', 'company'),
      ('assessments', 'facts', 'company'),
      ('security_groups', 'access', ''),
      ('account_groups', 'access', ''),
      ('security_group_companies', 'access', 'company'),
      ('security_group_users', 'access', ''),
      ('account_group_companies', 'access', 'company'),
      ('account_group_members', 'access', ''),
      ('account_group_account_managers', 'access', ''),
      ('account_manager_companies', 'access', 'company'),
      ('meetings', 'facts', 'company')
    ) as tables (name, part, company_column)
  loop
    execute format('create trigger raise_revision_insert after insert on %I referencing new table as changed
      for each statement execute function raise_revision(%L, %L)', t.name, t.part, t.company_column);
    execute format('create trigger raise_revision_update after update on %I referencing new table as changed
      for each statement execute function raise_revision(%L, %L)', t.name, t.part, t.company_column);
    execute format('create trigger raise_revision_replaced after update on %I referencing old table as changed
      for each statement execute function raise_revision(%L, %L)', t.name, t.part, t.company_column);
    execute format('create trigger raise_revision_delete after delete on %I referencing old table as changed
      for each statement execute function raise_revision(%L, %L)', t.name, t.part, t.company_column);
  end loop;
end $$;

-- The workspace's own settings are definitions too.
create function raise_revision_of_settings() returns trigger language plpgsql security definer set search_path from current as $$
begin
  new.revision := old.revision + 1;
  insert into portfolio_changes (workspace_id, revision, part) values (new.id, new.revision, 'definitions');
  return new;
end $$;
create trigger raise_revision before update of name, currency, as_of, time_zone, effort_midpoint, value_midpoint, seat_value_midpoint, minimum_coverage
  on workspaces for each row execute function raise_revision_of_settings();
