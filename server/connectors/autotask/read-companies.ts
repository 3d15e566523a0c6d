import type { Page, ReadRequest } from '../connector.ts';
import type { Filter } from './client.ts';
import { toCompany, toContact, toProduct, toSite } from './map.ts';
import { productId } from './read-lines.ts';
import type { Reading } from './reading.ts';
import { pageOf, parseRows, referred } from './rows.ts';
import { Companies, CompanyLocations, Contacts, ServiceBundles, Services } from './shapes.ts';

export async function readCompanies(
  { client, lookups }: Reading,
  { cursor, since }: ReadRequest,
): Promise<Page> {
  const { rows, next } = await client.page(
    Companies,
    changedSince(since, 'lastTrackedModifiedDateTime', 'createDate'),
    cursor,
  );
  const parsed = parseRows(Companies, rows);
  if (parsed.rows.length === 0) return { records: [], next, problems: parsed.problems };
  const names = {
    labels: await lookups.labels(Companies),
    resources: await lookups.resources(),
    currencies: await lookups.currencies(),
  };
  return pageOf(parsed, next, {
    toFields: (row) => toCompany(row, names),
    updatedAt: (row) => row.lastTrackedModifiedDateTime,
  });
}

export async function readSites({ client }: Reading, { cursor }: ReadRequest): Promise<Page> {
  const { rows, next } = await client.page(CompanyLocations, [], cursor);
  return pageOf(parseRows(CompanyLocations, rows), next, { toFields: toSite });
}

export async function readContacts({ client }: Reading, { cursor, since }: ReadRequest): Promise<Page> {
  const { rows, next } = await client.page(
    Contacts,
    changedSince(since, 'lastModifiedDate', 'createDate'),
    cursor,
  );
  return pageOf(parseRows(Contacts, rows), next, {
    toFields: toContact,
    updatedAt: (row) => row.lastModifiedDate,
  });
}

/** First the services, then the bundles of services: a cursor says of which, and after which id it goes on. */
export async function readProducts(
  { client, lookups }: Reading,
  { cursor, known }: ReadRequest,
): Promise<Page> {
  const [kind, after] = (cursor ?? 'service').split(' ') as ['service' | 'bundle', string | undefined];
  const entity = kind === 'service' ? Services : ServiceBundles;
  const page = await client.page(entity, [], after ?? null);
  const next = page.next !== null ? `${kind} ${page.next}` : kind === 'service' ? 'bundle' : null;
  const parsed = kind === 'service' ? parseRows(Services, page.rows) : parseRows(ServiceBundles, page.rows);
  if (parsed.rows.length === 0) return { records: [], next, problems: parsed.problems };
  const labels = await lookups.labels(entity);
  const vendors = parsed.rows.map((row) => ('vendorCompanyID' in row ? row.vendorCompanyID : null));
  const companies = await known.records('companies', referred(vendors as (string | null)[]));
  return pageOf(parsed, next, {
    toFields: (row) =>
      toProduct(row, {
        labels,
        companies: (id) => (id === null ? null : (companies.get(id)?.name ?? null)),
      }),
    idOf: ({ id }) => productId(kind, id),
    updatedAt: (row) => row.lastModifiedDate,
  });
}

/** What was made or changed since then; null: everything. Some kinds of rows do not count as changed when they are made. */
export function changedSince(since: Date | null, changed: string, made: string): readonly Filter[] {
  if (since === null) return [];
  const value = since.toISOString();
  return [
    {
      op: 'or',
      items: [
        { op: 'gte', field: changed, value },
        { op: 'gte', field: made, value },
      ],
    },
  ];
}
