import { type RawBuilder, sql } from 'kysely';
import type { Tags } from '../../contract/tags.ts';
import { compareText } from '../../domain/text/compare.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';

const own = sql`workspace_id = (select current_workspace())`;

/**
 * Every tag of the workspace, with what carries it as far as the viewer sees it. The transaction must see every company:
 * a tag is known to those who see none of its companies (docs/interfaces.md, "Dashboard").
 */
export async function readTags(tx: Tx, { scope }: Pick<Viewer, 'scope'>): Promise<Tags> {
  const seen = scope.all ? sql`true` : sql`key = any(${[...scope.ids]})`;
  const { rows: used } = await sql<{ tag: string; companies: number }>`
    select tag, count(*) filter (where ${seen})::int as companies
    from companies, unnest(tags) tag where ${own} group by tag`.execute(tx);
  const { rows: items } = await sql<{ id: string; name: string; tags: string[] }>`
    select key as id, name, coalesce(tags, '{}') as tags from stack_items where ${own}
    order by "order" nulls last, name collate "C", key collate "C"`.execute(tx);
  const companies = new Map(used.map(({ tag, companies: count }) => [tag, count]));
  const names = new Set([...companies.keys(), ...items.flatMap(({ tags }) => tags)]);
  return {
    items: [...names].sort(compareText).map((tag) => ({
      tag,
      companies: companies.get(tag) ?? 0,
      stackItems: items.flatMap(({ id, name, tags }) => (tags.includes(tag) ? [{ id, name }] : [])),
    })),
    etag: await etagOf(tx, seen),
  };
}

async function etagOf(tx: Tx, seen: RawBuilder<unknown>): Promise<string> {
  const sumOf = (table: string, which: RawBuilder<unknown>) =>
    sql`coalesce((select string_agg(md5(key || tags::text), '' order by key collate "C")
      from ${sql.table(table)} where ${own} and tags is not null and ${which}), '')`;
  const { rows } = await sql<{ etag: string }>`
    select '"' || md5(${sumOf('companies', seen)} || '|' || ${sumOf('stack_items', sql`true`)}) || '"' as etag`.execute(
    tx,
  );
  return rows[0]!.etag;
}
