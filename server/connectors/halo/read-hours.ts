import type { TicketRecord } from '../../../domain/sync/records.ts';
import { ConnectorProblem, type Page, type ReadRequest } from '../connector.ts';
import { rowsOf } from './lists.ts';
import { action, hoursOfTicket, timesheetEvent } from './map-activity.ts';
import { type TicketPlace, ticketNames, ticketPage } from './read-tickets.ts';
import type { Reading } from './reading.ts';
import { pageOf, parseRows } from './rows.ts';
import { Action, Ticket, TimesheetEvent } from './shapes.ts';

const DAY = 86_400_000;
/** Hours are often put down a day late. */
const LATE = 2 * DAY;
/** A window of the timesheet is answered in one piece; the next one is as long as should hold so many. */
const ROWS_A_WINDOW = 2000;
const LONGEST_WINDOW = 7;
/** As many tickets as may be asked for their actions one by one. */
const MOST_TICKETS_ONE_BY_ONE = 2000;
const TICKETS_A_PAGE = 20;

/**
 * Where hours are read: from the timesheets by date; if HaloPSA does not show those, ticket by ticket, or, if there are too many
 * for that, as the total that each ticket has. Hours read in the first two ways have the same ids.
 */
type Place =
  | {
      readonly way: 'timesheets';
      readonly from: number;
      readonly days: number;
      readonly until: number;
      readonly found: number;
    }
  | { readonly way: 'actions'; readonly after: string | null }
  | { readonly way: 'totals'; readonly tickets: TicketPlace | null };

export async function readHours(reading: Reading, request: ReadRequest): Promise<Page> {
  const place =
    request.cursor === null ? firstPlace(reading, request) : (JSON.parse(request.cursor) as Place);
  switch (place.way) {
    case 'timesheets':
      return timesheets(reading, request, place);
    case 'actions':
      return actions(reading, request, place.after);
    case 'totals':
      return totals(reading, request, place.tickets);
  }
}

function firstPlace({ hoursWay, now }: Reading, { since, from }: ReadRequest): Place {
  // A full run finds out anew.
  if (since && hoursWay === 'actions') return { way: 'actions', after: null };
  if (since && hoursWay === 'totals') return { way: 'totals', tickets: null };
  const start = since ? since.getTime() - LATE : from.getTime();
  const midnight = Math.floor(start / DAY) * DAY;
  return { way: 'timesheets', from: midnight, days: LONGEST_WINDOW, until: now().getTime() + DAY, found: 0 };
}

async function timesheets(
  reading: Reading,
  request: ReadRequest,
  place: Extract<Place, { way: 'timesheets' }>,
): Promise<Page> {
  const until = Math.min(place.from + place.days * DAY, place.until);
  const first = request.since === null && request.cursor === null;
  const answered = await timesheetRows(reading, place.from, until, first);
  if (answered === null) return nextPage([], [], await otherWay(reading, request));
  const found = place.found + answered.length;
  const done = until >= place.until;
  if (done && found === 0 && request.since === null)
    return nextPage([], [], await otherWay(reading, request));
  if (done) reading.rememberHoursWay('timesheets');
  const fitting =
    answered.length === 0 ? LONGEST_WINDOW : Math.round((place.days * ROWS_A_WINDOW) / answered.length);
  const days = Math.max(1, Math.min(LONGEST_WINDOW, fitting));
  const next: Place | null = done ? null : { ...place, from: until, days, found };
  if (answered.length === 0) return nextPage([], [], next);
  const names = { types: await reading.lookups.ticketTypes(), agents: await reading.lookups.agents() };
  const rows = parseRows(
    TimesheetEvent,
    answered,
    (row) => hoursId(row.ticket_id, row.action_number) ?? eventId(row),
  );
  const page = pageOf<'timeEntries', TimesheetEvent>(
    rows,
    (row) => timesheetEvent(row, names),
    () => null,
  );
  return nextPage(page.records, page.problems, next);
}

/** Null: HaloPSA does not show them, which is found out by the first request. */
async function timesheetRows({ client }: Reading, from: number, until: number, first: boolean) {
  try {
    return rowsOf(
      'TimesheetEvent',
      await client.get('TimesheetEvent', {
        start_date: new Date(from).toISOString(),
        end_date: new Date(until).toISOString(),
      }),
    );
  } catch (problem) {
    const refused = problem instanceof ConnectorProblem && ['permission', 'answer'].includes(problem.reason);
    if (first && refused) return null;
    throw problem;
  }
}

async function otherWay(reading: Reading, { known }: ReadRequest): Promise<Place> {
  const tickets = await known.ids('tickets', { after: null, limit: MOST_TICKETS_ONE_BY_ONE + 1 });
  const way = tickets.length <= MOST_TICKETS_ONE_BY_ONE ? 'actions' : 'totals';
  reading.rememberHoursWay(way);
  return way === 'actions' ? { way, after: null } : { way, tickets: null };
}

async function actions(reading: Reading, request: ReadRequest, after: string | null): Promise<Page> {
  const { known, since } = request;
  const ids = await known.ids('tickets', { after, limit: TICKETS_A_PAGE, changed: since !== null });
  const tickets = await known.records('tickets', ids);
  const agents = ids.length > 0 ? await reading.lookups.agents() : new Map<string, string>();
  const pages = await Promise.all(
    ids.map((id) => actionsOf(reading, { id, kind: tickets.get(id)?.kind ?? 'service' }, agents)),
  );
  return nextPage(
    pages.flatMap(({ records }) => records),
    pages.flatMap(({ problems }) => problems),
    ids.length < TICKETS_A_PAGE ? null : { way: 'actions', after: ids.at(-1)! },
  );
}

async function actionsOf(
  { client }: Reading,
  ticket: { readonly id: string; readonly kind: TicketRecord['kind'] },
  agents: ReadonlyMap<string, string>,
): Promise<Page> {
  // HaloPSA answers with an error if it is asked for actions of no particular ticket.
  const answered = rowsOf('Actions', await client.get('Actions', { ticket_id: ticket.id }));
  const rows = parseRows(Action, answered, (row) => hoursId(ticket.id, row.id));
  return pageOf<'timeEntries', Action>(
    rows,
    (row) => action(row, ticket, agents),
    (row) => row.datetime,
  );
}

async function totals(reading: Reading, request: ReadRequest, place: TicketPlace | null): Promise<Page> {
  const { rows, next } = await ticketPage(reading, request, place);
  const following: Place | null = next && { way: 'totals', tickets: next };
  if (rows.length === 0) return nextPage([], [], following);
  const names = await ticketNames(reading);
  const tickets = parseRows(Ticket, rows);
  const { records } = pageOf<'timeEntries', Ticket>(
    tickets,
    (row) => hoursOfTicket(row, names),
    (row) => row.last_update,
  );
  return nextPage(
    records.map((record) => ({ ...record, id: `ticket-${record.id}` })),
    [],
    following,
  );
}

/** An action is numbered within its ticket. */
function hoursId(ticket: string | null, action: string | null): string | null {
  return ticket !== null && action !== null ? `${ticket}-${action}` : null;
}

const eventId = (row: TimesheetEvent) => row.id && `event-${row.id}`;

function nextPage(records: Page['records'], problems: Page['problems'], next: Place | null): Page {
  return { records, problems, next: next && JSON.stringify(next) };
}
