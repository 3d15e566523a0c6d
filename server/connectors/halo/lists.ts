import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ConnectorProblem } from '../connector.ts';
import type { HttpRequest } from '../http.ts';
import type { HaloClient } from './client.ts';

type Query = NonNullable<HttpRequest['query']>;

/** Where the next page of a list begins, and what the page before looked like. */
export interface ListPlace {
  readonly page: number;
  readonly before: string;
}

export interface ListPage {
  readonly rows: readonly unknown[];
  /** Null: that was all. */
  readonly next: ListPlace | null;
}

/** More is not safe to ask for. */
const PAGE_SIZE = 100;

/**
 * One page of a list. `record_count` is wrong on some lists, a page may be shorter than asked for, and some servers repeat
 * the last page: only an empty page, or one that is like the page before, is the end.
 */
export async function listPage(
  client: HaloClient,
  path: string,
  query: Query,
  place: ListPlace | null,
): Promise<ListPage> {
  const page = place?.page ?? 1;
  // `pageinate` is how the API spells it.
  const answer = await client.get(path, { ...query, pageinate: true, page_no: page, page_size: PAGE_SIZE });
  const rows = withoutRepeats(rowsOf(path, answer));
  const likeness = likenessOf(rows);
  if (rows.length === 0 || likeness === place?.before) return { rows: [], next: null };
  return { rows, next: { page: page + 1, before: likeness } };
}

/** A whole list, each row once. Only for lists that grow with the clients, not with the work. */
export async function wholeList(
  client: HaloClient,
  path: string,
  query: Query = {},
): Promise<readonly unknown[]> {
  const rows: unknown[] = [];
  for (let place: ListPlace | null = null; ; ) {
    const page: ListPage = await listPage(client, path, query, place);
    rows.push(...page.rows);
    if (page.next === null) return withoutRepeats(rows);
    place = page.next;
  }
}

/** Keys of envelopes; each list has its own. */
const KEYS = [
  'clients',
  'sites',
  'users',
  'contracts',
  'invoices',
  'tickets',
  'items',
  'suppliers',
  'results',
];

/**
 * The rows of an answer: bare, or in an envelope. An answer that is no list is a ConnectorProblem: it must not be taken for an
 * empty one, of which all is gone.
 */
export function rowsOf(path: string, answer: unknown): readonly unknown[] {
  if (Array.isArray(answer)) return answer;
  const envelope = (typeof answer === 'object' && answer !== null ? answer : {}) as Readonly<
    Record<string, unknown>
  >;
  const key = [...KEYS, ...Object.keys(envelope)].find((name) => Array.isArray(envelope[name]));
  if (key !== undefined) return envelope[key] as readonly unknown[];
  if (envelope.record_count === 0) return [];
  throw new ConnectorProblem('answer', `HaloPSA answers /api/${path} with something that is no list.`);
}

const Identified = z.object({ id: z.union([z.number(), z.string()]) });

function withoutRepeats(rows: readonly unknown[]): readonly unknown[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const parsed = Identified.safeParse(row);
    if (!parsed.success) return true;
    const id = String(parsed.data.id);
    return seen.has(id) ? false : seen.add(id);
  });
}

function likenessOf(rows: readonly unknown[]): string {
  const ids = rows.map((row) => {
    const parsed = Identified.safeParse(row);
    return parsed.success ? parsed.data.id : row;
  });
  return createHash('sha256').update(JSON.stringify(ids)).digest('base64').slice(0, 16);
}
