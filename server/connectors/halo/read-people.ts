import type { Page, ReadRequest } from '../connector.ts';
import { type ListPage, type ListPlace, listPage, wholeList } from './lists.ts';
import { company, contact, site } from './map.ts';
import { listed, type Reading } from './reading.ts';
import { pageOf, parseRows, piece } from './rows.ts';
import { Client, Site, User } from './shapes.ts';

const PART = 500;

export async function readCompanies(reading: Reading, request: ReadRequest): Promise<Page> {
  const { client, lookups } = reading;
  const all = request.since
    ? parseRows(Client, await wholeList(client, 'Client', listed(request)))
    : await reading.clients();
  const problems = request.cursor === null ? all.problems : [];
  const { some, next } = piece(all.rows, ({ id }) => id, request.cursor, PART);
  if (some.length === 0) return { records: [], problems, next: null };
  const internal = await internalClients(reading);
  const names = {
    types: await lookups.customerTypes(),
    agents: await lookups.agents(),
    currencies: await lookups.currencies(),
  };
  const map = (row: Client) => company(row, names, internal.has(row.id ?? ''));
  return { ...pageOf<'companies', Client>({ rows: some, problems }, map, (row) => row.alastupdate), next };
}

export async function readSites(reading: Reading, request: ReadRequest): Promise<Page> {
  const page = await nextListPage(reading, request, 'Site', { includeaddress: true });
  if (page.rows.length === 0) return { records: [], problems: [], next: null };
  const { rows } = await reading.clients();
  const mainSites = new Set(rows.flatMap(({ main_site_id }) => main_site_id ?? []));
  const map = (row: Site) => (row.isstocklocation ? null : site(row, mainSites));
  return {
    ...pageOf<'sites', Site>(parseRows(Site, page.rows), map, (row) => row.slastupdate),
    next: cursorOf(page),
  };
}

export async function readContacts(reading: Reading, request: ReadRequest): Promise<Page> {
  // Each site has a "general user", and agents are users of the MSP itself: they are nobody at a client.
  const page = await nextListPage(reading, request, 'Users', {
    exclude_defaultsiteusers: true,
    exclude_generaluser: true,
    exclude_agents: true,
  });
  const users = parseRows(User, page.rows);
  const siteOf = (row: User) => (row.client_id === null ? row.site_id : null);
  const siteIds = new Set(users.rows.flatMap((row) => siteOf(row) ?? []));
  const sites = await request.known.records('sites', [...siteIds]);
  const map = (row: User) => contact(row, sites.get(siteOf(row) ?? '')?.company ?? null);
  return { ...pageOf<'contacts', User>(users, map, (row) => row.ulastupdate), next: cursorOf(page) };
}

/** If more clients than these were internal, the filter would mean something else. */
const MOST_INTERNAL = 5;

/** The MSP's own companies: clients that are not there when internal ones are left out. */
async function internalClients({ client, clients }: Reading): Promise<ReadonlySet<string>> {
  const outside = parseRows(
    Client,
    await wholeList(client, 'Client', { includeinactive: true, exclude_internal: true }),
  );
  const ids = new Set(outside.rows.map(({ id }) => id));
  const missing = (await clients()).rows.filter(({ id }) => !ids.has(id)).map(({ id }) => id);
  return new Set(missing.length <= MOST_INTERNAL ? missing : []);
}

function nextListPage(
  { client }: Reading,
  request: ReadRequest,
  path: string,
  query: Readonly<Record<string, boolean>>,
): Promise<ListPage> {
  const place = request.cursor === null ? null : (JSON.parse(request.cursor) as ListPlace);
  return listPage(client, path, { ...listed(request), ...query }, place);
}

function cursorOf({ next }: ListPage): string | null {
  return next && JSON.stringify(next);
}
