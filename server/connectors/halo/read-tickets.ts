import type { Page, ReadRequest } from '../connector.ts';
import { listPage } from './lists.ts';
import { opportunity, ticket } from './map-activity.ts';
import { listed, type Reading } from './reading.ts';
import { pageOf, parseRows } from './rows.ts';
import { Ticket } from './shapes.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Some servers list no more tickets than these, and do not say that there are others. */
const MOST_LISTED = 1000;

/** Which window of time is being read, and where in its list. */
export interface TicketPlace {
  readonly from: number;
  readonly span: number;
  readonly until: number;
  readonly list: { readonly page: number; readonly before: string } | null;
  readonly listed: number;
}

/**
 * A page of the tickets of a window of time: all that were opened, or that have changed, in it. A window that ends at exactly
 * the number that some servers list at most is read again in halves.
 */
export async function ticketPage(
  { client, now }: Reading,
  { since, from }: Pick<ReadRequest, 'since' | 'from'>,
  place: TicketPlace | null,
): Promise<{ readonly rows: readonly unknown[]; readonly next: TicketPlace | null }> {
  const here =
    place ?? firstPlace((since ?? from).getTime(), now().getTime() + DAY, since ? Infinity : 30 * DAY);
  const start = new Date(here.from).toISOString();
  const last = here.from + here.span >= here.until;
  const end = new Date(last ? here.until : here.from + here.span).toISOString();
  // The vendor's clock may be ahead of ours: nothing has changed too late for the last window.
  const window = since
    ? { lastupdatefromdate: start, lastupdatetodate: last ? undefined : end }
    : { datesearch: 'dateoccurred', startdate: start, enddate: end };
  const { rows, next } = await listPage(client, 'Tickets', window, here.list);
  if (next) return { rows, next: { ...here, list: next, listed: here.listed + rows.length } };
  const cutOff = here.listed === MOST_LISTED && here.span > HOUR;
  const after = cutOff
    ? { ...here, span: Math.ceil(here.span / 2), list: null, listed: 0 }
    : { ...here, from: here.from + here.span, list: null, listed: 0 };
  return { rows, next: after.from < after.until ? after : null };
}

export function firstPlace(from: number, until: number, span: number): TicketPlace {
  return { from, until, span: Math.min(span, until - from), list: null, listed: 0 };
}

export async function ticketNames({ lookups }: Reading) {
  return {
    statuses: await lookups.statuses(),
    priorities: await lookups.priorities(),
    types: await lookups.ticketTypes(),
  };
}

export async function readTickets(reading: Reading, request: ReadRequest): Promise<Page> {
  const place = request.cursor === null ? null : (JSON.parse(request.cursor) as TicketPlace);
  const { rows, next } = await ticketPage(reading, request, place);
  const cursor = next && JSON.stringify(next);
  if (rows.length === 0) return { records: [], problems: [], next: cursor };
  const names = await ticketNames(reading);
  const page = pageOf<'tickets', Ticket>(
    parseRows(Ticket, rows),
    (row) => ticket(row, names),
    (row) => row.last_update,
  );
  return { ...page, next: cursor };
}

export async function readOpportunities(reading: Reading, request: ReadRequest): Promise<Page> {
  const place = request.cursor === null ? null : JSON.parse(request.cursor);
  const { lastupdatefromdate } = listed(request);
  const { rows, next } = await listPage(reading.client, 'Opportunities', { lastupdatefromdate }, place);
  if (rows.length === 0) return { records: [], problems: [], next: null };
  const names = { statuses: await reading.lookups.statuses(), agents: await reading.lookups.agents() };
  const page = pageOf<'opportunities', Ticket>(
    parseRows(Ticket, rows),
    (row) => opportunity(row, names),
    (row) => row.last_update,
  );
  return { ...page, next: next && JSON.stringify(next) };
}
