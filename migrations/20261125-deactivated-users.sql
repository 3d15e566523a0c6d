-- A user who has left is deactivated, never deleted: what they own and did stays theirs.
alter table users add deactivated boolean;

-- Whoever is deactivated is out at once, by whatever hand: sessions, API keys and links to choose a password end. When
-- they come back, they begin anew, even if a sign-in slipped in between.
create function end_access() returns trigger language plpgsql security definer set search_path from current as $$
begin
  delete from auth_session a using sign_ins s
    where s.workspace_id = new.workspace_id and s."user" = new.key and a."userId" = s.auth_user;
  delete from api_keys where workspace_id = new.workspace_id and "user" = new.key;
  delete from invitations where workspace_id = new.workspace_id and "user" = new.key;
  return null;
end $$;
create trigger end_access after update of deactivated on users
  for each row when ((old.deactivated is true) <> (new.deactivated is true)) execute function end_access();

-- Who of the transaction's workspace can sign in: sign_ins itself is for the server's own login alone.
create function users_who_can_sign_in() returns setof text
  language sql stable security definer set search_path from current
  as $$ select "user" from sign_ins where workspace_id = current_workspace() $$;

-- Once people can sign in to a workspace, one of them is an active admin: whatever takes the last one away is refused.
-- The lock lets of two that take one each the second see what the first has done.
create function keep_an_admin() returns trigger language plpgsql security definer set search_path from current as $$
declare
  concerned uuid;
begin
  for concerned in select distinct workspace_id from before where role = 'admin' and deactivated is not true loop
    perform from workspaces where id = concerned for no key update;
    if exists (select from sign_ins where workspace_id = concerned) and not exists (
      select from users u join sign_ins s on s.workspace_id = u.workspace_id and s."user" = u.key
      where u.workspace_id = concerned and u.role = 'admin' and u.deactivated is not true)
    then
      raise exception 'The workspace would have no active admin who can sign in.' using errcode = 'check_violation';
    end if;
  end loop;
  return null;
end $$;
create trigger keep_an_admin_update after update on users referencing old table as before
  for each statement execute function keep_an_admin();
create trigger keep_an_admin_delete after delete on users referencing old table as before
  for each statement execute function keep_an_admin();
