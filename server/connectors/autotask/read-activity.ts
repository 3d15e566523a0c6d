import type { Page, ReadRequest } from '../connector.ts';
import { toOpportunity, toSurvey, toTicket, toTimeEntry } from './map.ts';
import { changedSince } from './read-companies.ts';
import type { Reading } from './reading.ts';
import { pageOf, parseRows, referred } from './rows.ts';
import { Opportunities, SurveyResults, Tickets, TimeEntries } from './shapes.ts';

export async function readTickets(
  { client, lookups }: Reading,
  { cursor, since, from }: ReadRequest,
): Promise<Page> {
  const { rows, next } = await client.page(
    Tickets,
    [
      { op: 'gte', field: 'createDate', value: from.toISOString() },
      ...changedSince(since, 'lastTrackedModificationDateTime', 'createDate'),
    ],
    cursor,
  );
  const parsed = parseRows(Tickets, rows);
  if (parsed.rows.length === 0) return { records: [], next, problems: parsed.problems };
  const labels = await lookups.labels(Tickets);
  return pageOf(parsed, next, {
    toFields: (row) => toTicket(row, labels),
    updatedAt: (row) => row.lastTrackedModificationDateTime,
  });
}

export async function readTimeEntries(
  { client, lookups }: Reading,
  { cursor, since, from, known }: ReadRequest,
): Promise<Page> {
  const { rows, next } = await client.page(
    TimeEntries,
    [
      { op: 'gte', field: 'dateWorked', value: from.toISOString() },
      ...changedSince(since, 'lastModifiedDateTime', 'createDateTime'),
    ],
    cursor,
  );
  const parsed = parseRows(TimeEntries, rows);
  if (parsed.rows.length === 0) return { records: [], next, problems: parsed.problems };
  const tickets = await known.records('tickets', referred(parsed.rows.map((row) => row.ticketID)));
  const names = {
    resources: await lookups.resources(),
    projectTickets: new Set([...tickets].flatMap(([id, { kind }]) => (kind === 'project' ? [id] : []))),
  };
  return pageOf(parsed, next, {
    toFields: (row) => toTimeEntry(row, names),
    updatedAt: (row) => row.lastModifiedDateTime,
  });
}

export async function readOpportunities(
  { client, lookups }: Reading,
  { cursor }: ReadRequest,
): Promise<Page> {
  const { rows, next } = await client.page(Opportunities, [], cursor);
  const parsed = parseRows(Opportunities, rows);
  if (parsed.rows.length === 0) return { records: [], next, problems: parsed.problems };
  const names = { labels: await lookups.labels(Opportunities), resources: await lookups.resources() };
  return pageOf(parsed, next, {
    toFields: (row) => toOpportunity(row, names),
    updatedAt: (row) => row.lastActivity,
  });
}

/** Those that were answered: until then they have no date to be found by. */
export async function readSurveys({ client }: Reading, { cursor, from, known }: ReadRequest): Promise<Page> {
  const { rows, next } = await client.page(
    SurveyResults,
    [{ op: 'gte', field: 'completeDate', value: from.toISOString() }],
    cursor,
  );
  const parsed = parseRows(SurveyResults, rows);
  const contacts = await known.records('contacts', referred(parsed.rows.map((row) => row.contactID)));
  return pageOf(parsed, next, {
    toFields: (row) => toSurvey(row, (id) => (id === null ? null : (contacts.get(id)?.email ?? null))),
  });
}
