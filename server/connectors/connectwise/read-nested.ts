import {
  ConnectorProblem,
  type Page,
  type ReadRequest,
  type RowProblem,
  type SourceRecord,
} from '../connector.ts';
import type { Client } from './client.ts';
import { toContractLine, toSite } from './map-portfolio.ts';
import { allRows } from './pages.ts';
import type { Reading } from './read-lists.ts';
import { readRows } from './read-rows.ts';
import { additionShape, siteShape } from './shapes.ts';

/** ConnectWise lists sites and additions of one company or agreement at a time: a page is those of so many. */
const PARENTS = 20;

export async function readSites({ client }: Reading, request: ReadRequest): Promise<Page> {
  const { parents, next } = await parentsOf('companies', request);
  const records: SourceRecord<'sites'>[] = [];
  const problems: RowProblem[] = [];
  for (const { parent, rows } of await rowsOf(client, parents, (id) => `/company/companies/${id}/sites`)) {
    if (rows === null) continue;
    const read = readRows(rows, siteShape, (row, id) => toSite(row, id, parent));
    records.push(...read.records);
    problems.push(...read.problems);
  }
  return { records, next, problems };
}

export async function readAdditions({ client }: Reading, request: ReadRequest): Promise<Page> {
  const { known } = request;
  const { parents, next } = await parentsOf('contracts', request);
  const contracts = await known.records('contracts', parents);
  const lists = await rowsOf(client, parents, (id) => `/finance/agreements/${id}/additions`);
  const products = await known.records('products', [...productsIn(lists.flatMap(({ rows }) => rows ?? []))]);
  const records: SourceRecord<'contractLines'>[] = [];
  const problems: RowProblem[] = [];
  const wholeContracts: string[] = [];
  for (const { parent, rows } of lists) {
    if (rows === null) {
      problems.push({ id: null, message: `Agreement ${parent}: it has gone while it was read.` });
      continue;
    }
    const company = contracts.get(parent)?.company ?? null;
    const read = readRows(rows, additionShape, (row) =>
      toContractLine(row, { contract: parent, company, product: products.get(row.product?.id ?? '') }),
    );
    records.push(...read.records);
    problems.push(...read.problems);
    // A line that could not be read may be one that we have.
    if (read.problems.length === 0) wholeContracts.push(parent);
  }
  return { records, next, wholeContracts, problems };
}

/** In an incremental run only the parents that are new or different. */
async function parentsOf(kind: 'companies' | 'contracts', { known, cursor, since }: ReadRequest) {
  const parents = await known.ids(kind, { after: cursor, limit: PARENTS, changed: since !== null });
  return { parents, next: parents.length < PARENTS ? null : parents.at(-1)! };
}

/** `rows` null: the parent has gone meanwhile. */
async function rowsOf(client: Client, parents: readonly string[], pathOf: (parent: string) => string) {
  const lists = await Promise.all(
    parents.map(async (parent) => ({ parent, rows: await allRows(client, { path: pathOf(parent) }) })),
  );
  // Wrong keys may be answered as if nothing were there at all.
  if (lists.some(({ rows }) => rows === null) && (await client.get('/system/info')) === null)
    throw new ConnectorProblem('credentials', 'ConnectWise has stopped accepting the keys.');
  return lists;
}

function productsIn(rows: readonly unknown[]): ReadonlySet<string> {
  return new Set(rows.flatMap((row) => additionShape.safeParse(row).data?.product?.id ?? []));
}
