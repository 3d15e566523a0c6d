-- Looking through another user's eyes that ended because the session ran out ended then, whenever that is noticed. The
-- session is still there while its views end, so that they know.
create or replace function record_view_as() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if tg_op = 'INSERT' then
    insert into audit_events (workspace_id, actor, action, subject)
      values (new.workspace_id, new.admin, 'start viewing as user', new."user");
  elsif exists (select from workspaces where id = old.workspace_id) then
    insert into audit_events (workspace_id, at, actor, action, subject)
      values (old.workspace_id,
        least(clock_timestamp(), (select "expiresAt" from auth_session where id = old.session)),
        old.admin, 'stop viewing as user', old."user");
  end if;
  return null;
end $$;

create function end_views_as_of_session() returns trigger language plpgsql security definer set search_path from current as $$
begin
  delete from views_as where session = old.id;
  return old;
end $$;
create trigger end_views_as_of_session before delete on auth_session
  for each row execute function end_views_as_of_session();

create index auth_session_by_end on auth_session ("expiresAt");
