-- Meetings as they are held (time, place, attendees of both sides), cadences as they are agreed, escalations with what was
-- said to whom, and a private link to each user's calendar.

-- How a client wants to be spoken to: by which method, how often, and what else there is to say about it.
alter table companies
  add column preferred_method text check (preferred_method in ('in_person', 'phone', 'video', 'other')),
  add column preferred_every text
    check (preferred_every in ('weekly', 'biweekly', 'monthly', 'quarterly', 'semiannual', 'annual')),
  add column communication_note text;

create table escalations (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  key text,
  company text not null,
  title text not null,
  description text,
  severity text check (severity in ('low', 'medium', 'high', 'critical')),
  opened_on date not null,
  owner text,
  next_update_due date,
  status text check (status in ('open', 'resolved')),
  resolution text,
  resolved_on date,
  primary key (workspace_id, key),
  foreign key (workspace_id, company) references companies (workspace_id, key),
  unique (workspace_id, key, company),
  foreign key (workspace_id, owner) references users (workspace_id, key)
);
create index escalations_by_company on escalations (workspace_id, company);

-- The communication log. "by": a user's key, or a name; it outlives the user.
create table escalation_log (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  key text,
  escalation text not null,
  company text not null,
  at timestamptz not null,
  "by" text,
  to_whom text,
  method text check (method in ('in_person', 'phone', 'video', 'email', 'other')),
  audience text not null check (audience in ('internal', 'client')),
  text text not null,
  primary key (workspace_id, key),
  foreign key (workspace_id, escalation, company) references escalations (workspace_id, key, company) on update cascade on delete cascade
);
create index escalation_log_by_company on escalation_log (workspace_id, company);
create index escalation_log_by_escalation on escalation_log (workspace_id, escalation);

-- A time of day on the clocks of the workspace's time zone, "14:30"; null: some time on that day.
alter table meetings
  add column start_time text check (start_time ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  add column duration_minutes int check (duration_minutes >= 0),
  add column location text,
  add column other_attendees text[],
  add column escalation text,
  add foreign key (workspace_id, escalation) references escalations (workspace_id, key);
create index meetings_by_date on meetings (workspace_id, date);

create table meeting_users (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  meeting text,
  "user" text,
  company text not null,
  primary key (workspace_id, meeting, "user"),
  foreign key (workspace_id, meeting, company) references meetings (workspace_id, key, company) on update cascade on delete cascade,
  foreign key (workspace_id, "user") references users (workspace_id, key) on delete cascade
);
create index meeting_users_by_company on meeting_users (workspace_id, company);
create index meeting_users_by_user on meeting_users (workspace_id, "user");

create table meeting_contacts (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  meeting text,
  contact text,
  company text not null,
  primary key (workspace_id, meeting, contact),
  foreign key (workspace_id, meeting, company) references meetings (workspace_id, key, company) on update cascade on delete cascade,
  foreign key (workspace_id, contact) references contacts (workspace_id, key) on delete cascade
);
create index meeting_contacts_by_company on meeting_contacts (workspace_id, company);
create index meeting_contacts_by_contact on meeting_contacts (workspace_id, contact);

-- Somebody of the client who is to do it, by name; where there is an owner of ours as well, the owner goes first.
alter table action_items add column owner_name text;
create index action_items_by_owner on action_items (workspace_id, owner) where done is distinct from true;

-- Where no meeting of the kind was held since, a cadence runs from the day it was set on.
alter table cadences
  add column method text check (method in ('in_person', 'phone', 'video', 'other')),
  add column set_on date,
  add column set_by text,
  add constraint cadences_kind_check check (kind in ('pulse', 'vcio', 'ice', 'kickoff', 'escalation', 'internal'));

-- Whoever has the link reads the calendar; only a hash of its token is kept. all_companies: not only those that the user
-- owns or meets, but all that they see.
create table calendar_feeds (
  workspace_id uuid not null,
  "user" text not null,
  token_hash bytea not null unique,
  all_companies boolean not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, "user"),
  foreign key (workspace_id, "user") references users (workspace_id, key) on delete cascade on update cascade
);

do $$
declare
  scoped constant text := 'workspace_id = (select current_workspace()) and company = any ((select current_companies())::text[])';
  whole constant text := 'workspace_id = (select current_workspace())';
  t record;
begin
  for t in select * from (values ('escalations'), ('escalation_log'), ('meeting_users'), ('meeting_contacts')) as tables (name)
  loop
    execute format('alter table %I enable row level security', t.name);
    execute format('create policy whole_workspace on %I to quarterdeck_workspace using (' || whole || ') with check (' || whole || ')', t.name);
    execute format('create policy scoped on %I to quarterdeck_scoped using (' || scoped || ') with check (' || scoped || ')', t.name);
  end loop;
end $$;

alter table calendar_feeds enable row level security;
create policy whole_workspace on calendar_feeds to quarterdeck_workspace, quarterdeck_scoped
  using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
