-- Where a row of ours comes from, told to whoever may see the row: connections and what they hold are the admins' alone, which
-- system a row is from is not. Null: it is ours.
create function synced_from(of_kind text, of_key text, of_connection text default null) returns jsonb
  language sql stable security definer set search_path from current as $$
  select jsonb_build_object(
    'connection', jsonb_build_object('id', c.key, 'name', c.name, 'vendor', c.vendor),
    'record', l.record,
    'syncedAt', (select r.ended_at from sync_runs r where r.workspace_id = l.workspace_id
      and r.connection = l.connection and r.state = 'succeeded' order by r.id desc limit 1),
    'goneOn', l.gone_on,
    'fields', case when l.kind = 'companies' then (select r.fields from sync_records r
      where r.workspace_id = l.workspace_id and r.connection = l.connection and r.kind = 'companies'
        and r.id = l.record and r.gone_at is null) end,
    'hasSites', l.kind = 'companies' and exists (select from sync_records r where r.workspace_id = l.workspace_id
      and r.connection = l.connection and r.kind = 'sites' and r.fields ->> 'company' = l.record and r.gone_at is null))
  from sync_links l join connections c on c.workspace_id = l.workspace_id and c.key = l.connection
  where l.workspace_id = (select current_workspace()) and l.kind = of_kind and l.key = of_key
    and (of_connection is null or l.connection = of_connection)
  order by l.gone_on is not null, l.connection limit 1
$$;
