import { ConnectorProblem, type Page, type ReadRequest } from '../connector.ts';
import type { Client } from './client.ts';
import { allOf, type DateFormat, later } from './conditions.ts';
import type { Lookups } from './lookups.ts';
import { toOpportunity, toTicket, toTimeEntry } from './map-activity.ts';
import { toCompany, toContact, toContract, toProduct } from './map-portfolio.ts';
import { type List, pageOf, type RawPage } from './pages.ts';
import { readRows } from './read-rows.ts';
import {
  agreementShape,
  catalogItemShape,
  companyShape,
  contactShape,
  type Forecast,
  forecastShape,
  opportunityShape,
  ticketShape,
  timeEntryShape,
} from './shapes.ts';

/** What the readers of all kinds work with. */
export interface Reading {
  readonly client: Client;
  readonly lookups: Lookups;
  readonly dates: DateFormat;
}

/** Those that are marked as deleted as well: they say so themselves. */
export async function readCompanies(reading: Reading, request: ReadRequest): Promise<Page> {
  const { rows, next } = await changedRows(reading, { path: '/company/companies' }, request);
  const isNamed = (row: unknown) => companyShape.safeParse(row).data?.types !== null;
  const words = {
    inactiveStatuses: rows.length === 0 ? new Set<string>() : await reading.lookups.inactiveStatuses(),
    typeNames: rows.every(isNamed) ? new Map<string, string>() : await reading.lookups.companyTypes(),
  };
  return { ...readRows(rows, companyShape, (row, id) => toCompany(row, id, words)), next };
}

export async function readContacts(reading: Reading, request: ReadRequest): Promise<Page> {
  const list: List = {
    path: '/company/contacts',
    forwardOnly: true,
    fields:
      'id,company,firstName,lastName,title,inactiveFlag,defaultFlag,defaultPhoneNbr,communicationItems,_info',
  };
  const { rows, next } = await changedRows(reading, list, request);
  return { ...readRows(rows, contactShape, toContact), next };
}

export async function readCatalog(reading: Reading, request: ReadRequest): Promise<Page> {
  const { rows, next } = await changedRows(reading, { path: '/procurement/catalog' }, request);
  return { ...readRows(rows, catalogItemShape, toProduct), next };
}

export async function readAgreements(reading: Reading, request: ReadRequest): Promise<Page> {
  const { rows, next } = await changedRows(reading, { path: '/finance/agreements' }, request);
  const options = rows.length === 0 ? new Map() : await reading.lookups.billingOptions();
  return { ...readRows(rows, agreementShape, (row, id) => toContract(row, id, options)), next };
}

export async function readTickets(reading: Reading, request: ReadRequest): Promise<Page> {
  const list: List = {
    path: '/service/tickets',
    condition: later('dateEntered', request.from, reading.dates),
    forwardOnly: true,
    fields:
      'id,summary,recordType,board,status,type,priority,company,closedFlag,closedDate,dateResolved,_info',
  };
  const { rows, next } = await changedRows(reading, list, request);
  const boards = new Set(rows.flatMap((row) => ticketShape.safeParse(row).data?.board?.id ?? []));
  const closed = await Promise.all([...boards].map((board) => reading.lookups.closedStatuses(board)));
  const closing = new Set(closed.flatMap((ids) => [...ids]));
  return { ...readRows(rows, ticketShape, (row, id) => toTicket(row, id, closing)), next };
}

export async function readTimeEntries(reading: Reading, request: ReadRequest): Promise<Page> {
  const list: List = {
    path: '/time/entries',
    condition: later('timeStart', request.from, reading.dates),
    forwardOnly: true,
    fields: 'id,company,chargeToType,chargeToId,timeStart,actualHours,ticket,billableOption,member,_info',
  };
  const { rows, next } = await changedRows(reading, list, request);
  return { ...readRows(rows, timeEntryShape, toTimeEntry), next };
}

/** What an opportunity may bring is asked for one by one, and of open ones only. */
export async function readOpportunities(reading: Reading, request: ReadRequest): Promise<Page> {
  const { client, lookups } = reading;
  const list: List = { path: '/sales/opportunities', pageSize: 100 };
  const { rows, next } = await changedRows(reading, list, request);
  if (rows.length === 0) return { records: [], problems: [], next };
  const states = await lookups.opportunityStates();
  const open = rows.flatMap((raw) => {
    const row = opportunityShape.safeParse(raw).data;
    return row?.id && (states.get(row.status?.id ?? '') ?? 'open') === 'open' ? [row.id] : [];
  });
  const forecasts = new Map<string, Forecast>();
  await Promise.all(
    open.map(async (id) => {
      const forecast = await forecastOf(client, id);
      if (forecast) forecasts.set(id, forecast);
    }),
  );
  const options = forecasts.size === 0 ? new Map() : await lookups.billingOptions();
  const read = readRows(rows, opportunityShape, (row, id) =>
    toOpportunity(row, id, states, forecasts.get(id) ?? null, options),
  );
  return { ...read, next };
}

/** The specification says that it is a list, and some versions answer with the one. */
async function forecastOf(client: Client, opportunity: string): Promise<Forecast | null> {
  try {
    const answer = await client.get(`/sales/opportunities/${opportunity}/forecast`);
    const one = Array.isArray(answer?.json) ? answer.json[0] : answer?.json;
    return forecastShape.safeParse(one).data ?? null;
  } catch (error) {
    if (error instanceof ConnectorProblem && error.reason === 'permission') return null;
    throw error;
  }
}

function changedRows(
  { client, dates }: Reading,
  list: List,
  { since, cursor }: ReadRequest,
): Promise<RawPage> {
  const changed = since && later('lastUpdated', since, dates);
  const condition = allOf([list.condition ?? null, changed]);
  return pageOf(client, { ...list, condition }, cursor);
}
