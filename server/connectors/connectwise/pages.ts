import { ConnectorProblem } from '../connector.ts';
import { reference } from '../lenient.ts';
import type { Client } from './client.ts';
import { allOf } from './conditions.ts';
import { listed } from './read-rows.ts';

/** More is cut to this without a word. */
const MOST_ROWS = 1000;

export interface List {
  readonly path: string;
  readonly condition?: string | undefined;
  /** Left out: all. `_info` has to be named. */
  readonly fields?: string;
  /** The vendor's own way for what there is much of; other lists are asked for what has a greater id. */
  readonly forwardOnly?: true;
  readonly pageSize?: number;
}

export interface RawPage {
  readonly rows: readonly unknown[];
  /** Where the next page begins; null: there is none. */
  readonly next: string | null;
}

/**
 * The rows with an id greater than `after`, in the order of ids: neither a row that goes nor one that comes in between moves
 * another to a page that has been read. A page that begins again ends the list. Null: there is no such list.
 */
export async function readPage(client: Client, list: List, after: string | null): Promise<RawPage | null> {
  const { path, condition, fields, forwardOnly, pageSize = MOST_ROWS } = list;
  const answer = forwardOnly
    ? await client.get(
        path,
        { pageSize, fields, conditions: condition, pageId: after ?? undefined },
        { 'pagination-type': 'forward-only' },
      )
    : await client.get(path, {
        pageSize,
        fields,
        conditions: allOf([condition ?? null, after === null ? null : `id>${after}`]),
        orderBy: 'id asc',
      });
  if (answer === null) return null;
  const rows = listed(answer.json, path);
  const greatest = greatestId(rows);
  if (greatest === null || greatest <= Number(after ?? 0))
    return { rows: after === null ? rows : [], next: null };
  const goesOn = answer.saysNext ? answer.next !== null : rows.length >= pageSize;
  const said = Number(answer.next?.get('pageId') ?? 0);
  return { rows, next: goesOn ? String(Math.max(said, greatest)) : null };
}

/** A page of a list that every installation has: that there is none means that the credentials are wrong. */
export async function pageOf(client: Client, list: List, after: string | null): Promise<RawPage> {
  const page = await readPage(client, list, after);
  if (page) return page;
  throw new ConnectorProblem(
    'credentials',
    `ConnectWise answers that there is no ${list.path}, as its cloud does when the company id or the keys are wrong.`,
  );
}

/** All rows of a list; null: there is no such list. */
export async function allRows(client: Client, list: List): Promise<readonly unknown[] | null> {
  const rows: unknown[] = [];
  let after: string | null = null;
  do {
    const page = await readPage(client, list, after);
    if (page === null) return null;
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return rows;
}

function greatestId(rows: readonly unknown[]): number | null {
  let greatest: number | null = null;
  for (const row of rows) {
    const id = Number(reference.parse((row as { id?: unknown } | null)?.id) ?? Number.NaN);
    if (id > (greatest ?? 0)) greatest = id;
  }
  return greatest;
}
