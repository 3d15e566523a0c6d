import type { ContractRecord } from '../../../domain/sync/records.ts';
import {
  ConnectorProblem,
  type Page,
  type ReadRequest,
  type RowProblem,
  type SourceRecord,
} from '../connector.ts';
import { wholeList } from './lists.ts';
import { product } from './map.ts';
import { contract, contractLine, ownContract, ownContractId } from './map-billing.ts';
import type { Reading } from './reading.ts';
import { pageOf, parseRows, piece } from './rows.ts';
import { type InvoiceLine, Item, RecurringInvoice } from './shapes.ts';

/** Items that are not listed any more are gone: there is no telling an inactive one apart. */
export async function readProducts({ client, lookups }: Reading): Promise<Page> {
  const items = parseRows(Item, await wholeList(client, 'Item'));
  const unnamed = items.rows.some((row) => row.supplier_name === null && row.supplier_id !== null);
  const suppliers = unnamed ? await lookups.suppliers() : new Map<string, string>();
  return pageOf<'products', Item>(
    items,
    (row) => product(row, suppliers),
    (row) => row.lastmodified,
  );
}

interface Billed {
  readonly record: SourceRecord<'contracts'>;
  readonly invoices: readonly RecurringInvoice[];
}

const CONTRACTS_A_PAGE = 500;

export async function readContracts(reading: Reading, request: ReadRequest): Promise<Page> {
  const billed = await billedContracts(reading);
  const { some, next } = piece(billed, ({ record }) => record.id, request.cursor, CONTRACTS_A_PAGE);
  const problems =
    request.cursor === null
      ? [...(await reading.contracts()).problems, ...(await reading.invoices()).problems]
      : [];
  return { records: some.map(({ record }) => record), problems, next };
}

/** So few that one page of them is soon read, though each may need a request of its own. */
const BILLED_A_PAGE = 50;

export async function readContractLines(reading: Reading, request: ReadRequest): Promise<Page> {
  const { some, next } = piece(
    await billedContracts(reading),
    ({ record }) => record.id,
    request.cursor,
    BILLED_A_PAGE,
  );
  const read = await Promise.all(some.map((one) => linesOf(reading, one)));
  const lines = read.flatMap(({ lines }) => lines);
  const items = new Set(lines.flatMap(({ line }) => line._itemid ?? []));
  const products = await request.known.records('products', [...items]);
  const unnamed = lines.some(({ line }) => line.supplier_name === null && line.supplier !== null);
  const suppliers = unnamed ? await reading.lookups.suppliers() : new Map<string, string>();
  const records = lines.flatMap(({ line, invoice, of }): SourceRecord<'contractLines'>[] => {
    const fields = contractLine(line, invoice, of, products.get(line._itemid ?? '') ?? null, suppliers);
    return fields && line.id !== null ? [{ id: `${invoice.id}-${line.id}`, fields, updatedAt: null }] : [];
  });
  return {
    records,
    problems: read.flatMap(({ problem }) => problem ?? []),
    wholeContracts: some.flatMap(({ record }, n) => (read[n]?.problem ? [] : [record.id])),
    next,
  };
}

/**
 * A recurring invoice belongs to the contract that it names, if that is listed and is the same client's; else it is a contract
 * of its own.
 */
async function billedContracts(reading: Reading): Promise<readonly Billed[]> {
  const today = reading.now().toISOString().slice(0, 10);
  const contracts = (await reading.contracts()).rows;
  const clientOf = new Map(contracts.map(({ id, client_id }) => [id, client_id]));
  const named = new Map<string, RecurringInvoice[]>();
  const own: RecurringInvoice[] = [];
  for (const invoice of (await reading.invoices()).rows) {
    const of = invoice.contract_id;
    const client = of === null ? undefined : clientOf.get(of);
    const belongs = client !== undefined && (client === invoice.client_id || invoice.client_id === null);
    if (of !== null && belongs) named.set(of, [...(named.get(of) ?? []), invoice]);
    else own.push(invoice);
  }
  return [
    ...contracts.map((row) => {
      const invoices = named.get(row.id) ?? [];
      return {
        record: { id: row.id, fields: contract(row, invoices, today), updatedAt: row.last_modified },
        invoices,
      };
    }),
    ...own.map((invoice) => ({
      record: { id: ownContractId(invoice), fields: ownContract(invoice), updatedAt: invoice.last_modified },
      invoices: [invoice],
    })),
  ];
}

interface Line {
  readonly line: InvoiceLine;
  readonly invoice: RecurringInvoice;
  readonly of: { readonly id: string; readonly fields: ContractRecord };
}

/** A list may leave the lines out, though it was asked for them: then each recurring invoice is asked for its own. */
async function linesOf(
  { client }: Reading,
  { record, invoices }: Billed,
): Promise<{ readonly lines: readonly Line[]; readonly problem?: RowProblem }> {
  const lines: Line[] = [];
  for (const invoice of invoices) {
    let found = invoice.lines;
    if (!found?.length) {
      try {
        const answer = await client.get(`RecurringInvoice/${invoice.id}`, { includedetails: true });
        found = RecurringInvoice.safeParse(answer).data?.lines ?? null;
      } catch (problem) {
        if (!(problem instanceof ConnectorProblem) || problem.reason !== 'answer') throw problem;
        return {
          lines,
          problem: {
            id: invoice.id,
            message: `The lines of recurring invoice ${invoice.id}: ${problem.message}`,
          },
        };
      }
    }
    lines.push(...(found ?? []).map((line) => ({ line, invoice, of: record })));
  }
  return { lines };
}
