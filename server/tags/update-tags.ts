import { sql } from 'kysely';
import type { Tags, TagsChange } from '../../contract/tags.ts';
import { retaggedSearch } from '../../domain/tags/retagged-search.ts';
import { type AuditEvent, auditAll } from '../access/audit.ts';
import { changedMeanwhile, lastEvent } from '../access/last-change.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { isUnchanged } from '../platform/http/if-match.ts';
import { readTags } from './read-tags.ts';
import { tagNames } from './tag-names.ts';

type Names = ReadonlyMap<string, string | null>;

/**
 * Renames, merges and deletes tags at every company and stack item of the workspace, whoever sees them, and in every
 * saved view; all of it or nothing. The transaction must see every company. Refuses an If-Match that no longer holds.
 */
export async function updateTags(
  tx: Tx,
  viewer: Viewer,
  change: TagsChange,
  ifMatch: string | undefined,
): Promise<Tags> {
  await sql`select from workspaces where id = ${viewer.workspace} for no key update`.execute(tx);
  const present = await readTags(tx, viewer);
  if (ifMatch !== undefined && !isUnchanged(ifMatch, present.etag))
    throw changedMeanwhile(present, await lastTagChange(tx, viewer));
  const known = new Set(present.items.map(({ tag }) => tag));
  const names = tagNames(change, known);
  if (names.size === 0) return present;
  await auditAll(tx, [
    ...tagEvents(viewer, names, known),
    ...(await retagRows(tx, viewer, names, 'companies')),
    ...(await retagRows(tx, viewer, names, 'stack_items')),
  ]);
  await retagViews(tx, viewer.workspace, names);
  return readTags(tx, viewer);
}

/** As far as the viewer may know of it: at the workspace, or at a company that they see. */
function lastTagChange(tx: Tx, { loaded, scope }: Viewer) {
  const seen = scope.all ? sql`true` : sql`(company is null or company = any(${[...scope.ids]}))`;
  return lastEvent(
    tx,
    loaded.grants,
    sql`${seen} and (action in ('rename tag', 'merge tag', 'delete tag')
      or (action in ('create company', 'update company', 'create stack item', 'update stack item') and after ? 'tags'))`,
  );
}

function tagEvents({ workspace, user }: Viewer, names: Names, known: ReadonlySet<string>): AuditEvent[] {
  return [...names].map(([tag, to]) => ({
    workspace,
    actor: user.id,
    action: to === null ? 'delete tag' : known.has(to) ? 'merge tag' : 'rename tag',
    subject: tag,
    before: { tag },
    after: { tag: to },
  }));
}

/** Each row's tags in their order, none of them twice. */
async function retagRows(
  tx: Tx,
  { workspace, user }: Viewer,
  names: Names,
  table: 'companies' | 'stack_items',
): Promise<AuditEvent[]> {
  const { rows } = await sql<{ key: string; before: string[]; after: string[] }>`
    with name as materialized (
      select * from unnest(${[...names.keys()]}::text[], ${[...names.values()]}::text[]) as n (before, after)
    ), changed as materialized (
      select r.key, r.tags as before, array(
        select tag from (
          select distinct case when name.before is null then t.tag else name.after end as tag
          from unnest(r.tags) t (tag) left join name on name.before = t.tag
        ) tags where tag is not null order by tag collate "C") as after
      from ${sql.table(table)} r where r.workspace_id = ${workspace} and r.tags && ${[...names.keys()]}::text[]
    )
    update ${sql.table(table)} r set tags = changed.after from changed
    where r.workspace_id = ${workspace} and r.key = changed.key
    returning r.key, changed.before, changed.after`.execute(tx);
  return rows.map(({ key, before, after }) => ({
    workspace,
    actor: user.id,
    ...(table === 'companies'
      ? { action: 'update company', company: key }
      : { action: 'update stack item', subject: key }),
    before: { tags: before },
    after: { tags: after },
  }));
}

/** Everybody's saved views. */
async function retagViews(tx: Tx, workspace: string, names: Names): Promise<void> {
  const { rows } = await sql<{ id: string; search: string }>`
    select id, search from saved_views where workspace_id = ${workspace} and search like '%tag=%'`.execute(
    tx,
  );
  const changed = rows
    .map(({ id, search }) => ({ id, before: search, after: retaggedSearch(search, names) }))
    .filter(({ before, after }) => before !== after);
  await sql`update saved_views v set search = given.search
    from unnest(${changed.map(({ id }) => id)}::uuid[], ${changed.map(({ after }) => after)}::text[]) as given (id, search)
    where v.workspace_id = ${workspace} and v.id = given.id`.execute(tx);
}
