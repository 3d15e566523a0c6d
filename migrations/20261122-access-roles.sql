-- The two roles that transactions on a workspace's data run as, and what row-level security compares with.
-- quarterdeck_workspace: people who see everything; the policies check the workspace alone.
-- quarterdeck_scoped: everyone else; the policies also check the companies named for the transaction.

-- Roles belong to the whole PostgreSQL cluster: another Quarterdeck database there may have made them, or be doing so now.
do $$
declare
  before constant text := current_setting('role');
  wanted text;
begin
  foreach wanted in array array['quarterdeck_scoped', 'quarterdeck_workspace'] loop
    begin
      if not exists (select from pg_roles where rolname = wanted) then
        execute format('create role %I nologin', wanted);
      end if;
    exception
      when duplicate_object or unique_violation then
        null;
      when insufficient_privilege then
        raise exception 'The login % may not create the role %.', current_user, wanted using
          errcode = 'insufficient_privilege',
          hint = format('Let a superuser run: alter role %1$I createrole; or: create role quarterdeck_scoped nologin; create role quarterdeck_workspace nologin; grant quarterdeck_scoped, quarterdeck_workspace to %1$I;', current_user);
    end;

    if exists (select from pg_roles where rolname = wanted and (rolsuper or rolbypassrls)) then
      raise exception 'The role % would see every row: it is a superuser or bypasses row-level security.', wanted using
        errcode = 'invalid_authorization_specification',
        hint = format('Let a superuser run: alter role %I nosuperuser nobypassrls;', wanted);
    end if;

    begin
      perform set_config('role', wanted, true);
      perform set_config('role', before, true);
    exception when insufficient_privilege then
      begin
        execute format('grant %I to %I', wanted, current_user);
      exception
        when unique_violation then
          null;
        when insufficient_privilege then
          raise exception 'The login % may not act as the role %.', current_user, wanted using
            errcode = 'insufficient_privilege',
            hint = format('Let a superuser run: grant %I to %I;', wanted, current_user);
      end;
    end;
  end loop;

  execute format('grant usage on schema %I to quarterdeck_scoped, quarterdeck_workspace', current_schema());
end
$$;

-- For every table of a later migration; one that these roles must not touch (sign-in, say) revokes it again.
alter default privileges grant select, insert, update, delete on tables to quarterdeck_scoped, quarterdeck_workspace;
alter default privileges grant usage on sequences to quarterdeck_scoped, quarterdeck_workspace;

-- The workspace of this transaction; null outside one, so that nothing is visible.
create function current_workspace() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('quarterdeck.workspace', true), '')::uuid;

-- The keys of the companies of this transaction (set as an array literal); null outside one, so that nothing is visible.
-- Compare with (select current_companies()): that is evaluated once per statement, not once per row.
create function current_companies() returns text[]
  language sql stable parallel safe
  return nullif(current_setting('quarterdeck.companies', true), '')::text[];
