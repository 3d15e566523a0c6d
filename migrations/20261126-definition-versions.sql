-- What holds for all companies has a version: it rises by one with every transaction that changes any of it, whichever
-- way the change is made, and the recorded change says which version it made.
alter table workspaces add column definitions_version bigint not null default 1;
alter table audit_events add column definitions_version bigint;

-- The setting holds "workspace version" of what the transaction has raised already.
create or replace function raise_revision() returns trigger language plpgsql security definer set search_path from current as $$
declare
  part constant text := tg_argv[0];
  raised_version text;
begin
  if part = 'facts' then
    execute format(
      'with raised as (update workspaces w set revision = revision + 1
         where id in (select distinct workspace_id from changed) returning id, revision)
       insert into portfolio_changes (workspace_id, revision, part, company)
       select distinct r.id, r.revision, ''facts'', c.%I from changed c join raised r on r.id = c.workspace_id', tg_argv[1]);
  else
    with raised as (
      update workspaces w set revision = revision + 1, definitions_version = definitions_version +
        case when part = 'definitions' and split_part(coalesce(current_setting('quarterdeck.definitions', true), ''), ' ', 1) <> id::text then 1 else 0 end
      where id in (select distinct workspace_id from changed) returning id, revision, definitions_version),
    noted as (
      insert into portfolio_changes (workspace_id, revision, part) select id, revision, part from raised)
    select id || ' ' || definitions_version from raised limit 1 into raised_version;
    if part = 'definitions' and raised_version is not null then
      perform set_config('quarterdeck.definitions', raised_version, true);
    end if;
  end if;
  return null;
end $$;

create or replace function raise_revision_of_settings() returns trigger language plpgsql security definer set search_path from current as $$
begin
  new.revision := old.revision + 1;
  if split_part(coalesce(current_setting('quarterdeck.definitions', true), ''), ' ', 1) <> new.id::text then
    new.definitions_version := old.definitions_version + 1;
  end if;
  perform set_config('quarterdeck.definitions', new.id || ' ' || new.definitions_version, true);
  insert into portfolio_changes (workspace_id, revision, part) values (new.id, new.revision, 'definitions');
  return new;
end $$;

-- The version of the definitions that the transaction has made; null: it has changed none of them.
create function new_definitions_version(workspace uuid) returns bigint language sql stable as $$
  select split_part(made, ' ', 2)::bigint from (select current_setting('quarterdeck.definitions', true) as made) it
  where split_part(made, ' ', 1) = workspace::text
$$;
