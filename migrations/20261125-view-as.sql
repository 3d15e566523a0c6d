-- An admin's session that looks at the product through another user's eyes. It ends with the session, with the admin's
-- role, or when they say so; begin and end are on record however it ends. For the server's own login alone, as it is
-- looked up before anyone is anybody.
create table views_as (
  workspace_id uuid not null,
  session text primary key references auth_session (id) on delete cascade,
  admin text not null,
  "user" text not null,
  started_at timestamptz not null default now(),
  foreign key (workspace_id, admin) references users (workspace_id, key) on delete cascade on update cascade,
  foreign key (workspace_id, "user") references users (workspace_id, key) on delete cascade on update cascade
);
create index views_as_by_admin on views_as (workspace_id, admin);
create index views_as_by_user on views_as (workspace_id, "user");
revoke all on views_as from quarterdeck_workspace, quarterdeck_scoped;
alter table views_as enable row level security;

create function record_view_as() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if tg_op = 'INSERT' then
    insert into audit_events (workspace_id, actor, action, subject)
      values (new.workspace_id, new.admin, 'start viewing as user', new."user");
  elsif exists (select from workspaces where id = old.workspace_id) then
    insert into audit_events (workspace_id, actor, action, subject)
      values (old.workspace_id, old.admin, 'stop viewing as user', old."user");
  end if;
  return null;
end $$;
create trigger record_view_as after insert or delete on views_as for each row execute function record_view_as();

create function end_views_as() returns trigger language plpgsql security definer set search_path from current as $$
begin
  delete from views_as where workspace_id = new.workspace_id and admin = new.key;
  return null;
end $$;
create trigger end_views_as after update of role on users
  for each row when (old.role = 'admin' and new.role <> 'admin') execute function end_views_as();
