import { addDays } from '../../../domain/calendar/day.ts';
import type { Day } from '../../../domain/portfolio/values.ts';
import type { ContractRecord } from '../../../domain/sync/records.ts';
import {
  ConnectorProblem,
  type Page,
  type ReadRequest,
  type RowProblem,
  type SourceRecord,
} from '../connector.ts';
import { type Client, PAGE_ROWS } from './client.ts';
import { type CatalogueItem, type ServiceOnContract, STALE_DAYS, toLine, type UnitRow } from './lines.ts';
import type { Labels, Names } from './lookups.ts';
import type { Reading } from './reading.ts';
import { parseRows, type RowEntity, referred } from './rows.ts';
import {
  ContractServiceBundles,
  ContractServiceBundleUnits,
  ContractServices,
  ContractServiceUnits,
  ServiceBundles,
  Services,
} from './shapes.ts';

/** As many values as Autotask takes in one `in`. */
const CONTRACTS_AT_ONCE = PAGE_ROWS;

/** A service of a contract as both of its kinds have it: services, and bundles of them. */
interface Kind {
  readonly name: 'service' | 'bundle';
  readonly services: RowEntity<
    { id: string | null; contractID: string | null; item: string | null } & ServiceOnContract
  >;
  readonly units: RowEntity<
    { id: string | null; contractID: string | null; service: string | null } & UnitRow
  >;
  readonly catalogue: RowEntity<{ id: string | null } & CatalogueItem>;
  /** What the units call the service that they belong to. */
  readonly reference: string;
}

const KINDS: readonly Kind[] = [
  {
    name: 'service',
    services: renamed(ContractServices, ({ serviceID: item }) => ({ item })),
    units: renamed(ContractServiceUnits, ({ contractServiceID: service }) => ({ service })),
    catalogue: Services,
    reference: 'contractServiceID',
  },
  {
    name: 'bundle',
    services: renamed(ContractServiceBundles, ({ serviceBundleID: item }) => ({ item })),
    units: renamed(ContractServiceBundleUnits, ({ contractServiceBundleID: service }) => ({ service })),
    catalogue: ServiceBundles,
    reference: 'contractServiceBundleID',
  },
];

function renamed<Row, More>(entity: RowEntity<Row>, more: (row: Row) => More): RowEntity<Row & More> {
  return {
    ...entity,
    parse(raw) {
      const row = entity.parse(raw);
      return row === null ? null : { ...row, ...more(row) };
    },
  };
}

/** What lines are named by: services and bundles are counted apart. */
export const productId = (kind: Kind['name'], id: string): string => `${kind}-${id}`;

/**
 * The lines of the next contracts, all of each: of every one in a full run, of those that changed in another. Services, bundles
 * and their units are read for all these contracts together.
 */
export async function readLines(
  { client, lookups, access }: Reading,
  { cursor, since, known }: ReadRequest,
): Promise<Page> {
  const today = access.now().toISOString().slice(0, 10);
  const ids = await known.ids('contracts', {
    after: cursor,
    limit: CONTRACTS_AT_ONCE,
    changed: since !== null,
  });
  if (ids.length === 0) return { records: [], next: null, problems: [] };
  const contracts = await known.records('contracts', ids);
  const parts = await Promise.all(KINDS.map((kind) => readKind(client, kind, ids, today)));
  const found = parts.filter((part) => part !== null);
  const vendors = found.flatMap(({ items, units }) => [
    ...[...items.values()].map(({ vendorCompanyID }) => vendorCompanyID),
    ...units.map(({ vendorCompanyID }) => vendorCompanyID),
  ]);
  const companies = await known.records('companies', referred(vendors));
  const nameOf: Names = (id) => (id === null ? null : (companies.get(id)?.name ?? null));

  const records: SourceRecord<'contractLines'>[] = [];
  const problems: RowProblem[] = found.flatMap((part) => part.problems);
  const unsure = new Set<string>();
  for (const part of found) {
    const labels = part.items.size > 0 ? await lookups.labels(part.kind.catalogue) : NO_LABELS;
    const lines = linesOf(part, {
      contracts,
      labels,
      companies: nameOf,
      today,
      newest: newestStarts(found, today),
    });
    records.push(...lines.records);
    problems.push(...lines.problems);
    for (const contract of lines.unsure) unsure.add(contract);
  }
  const whole = found.length === KINDS.length && found.every((part) => part.problems.length === 0);
  return {
    records,
    next: ids.length < CONTRACTS_AT_ONCE ? null : ids.at(-1)!,
    ...(whole && { wholeContracts: ids.filter((id) => !unsure.has(id)) }),
    problems,
  };
}

const NO_LABELS: Labels = () => null;

interface KindRows {
  readonly kind: Kind;
  readonly services: readonly (NonNullable<ReturnType<Kind['services']['parse']>> & { id: string })[];
  readonly units: readonly NonNullable<ReturnType<Kind['units']['parse']>>[];
  /** False: some could not be read. */
  readonly allUnits: boolean;
  readonly items: ReadonlyMap<string, CatalogueItem>;
  readonly problems: readonly RowProblem[];
}

/** Null: the API user may not see services; their contracts have an estimate then. */
async function readKind(
  client: Client,
  kind: Kind,
  contracts: readonly string[],
  today: Day,
): Promise<KindRows | null> {
  const ofContracts = { op: 'in', field: 'contractID', value: contracts.map(Number) } as const;
  const rows = await client.all(kind.services, [ofContracts]).catch(unlessDenied);
  if (rows === null) return null;
  const services = parseRows(kind.services, rows);
  const current =
    rows.length === 0
      ? []
      : await client.all(kind.units, [
          ofContracts,
          { op: 'lte', field: 'startDate', value: endOf(today) },
          { op: 'gte', field: 'endDate', value: startOf(today) },
        ]);
  const covered = new Set(parseRows(kind.units, current).rows.map(({ service }) => service));
  const uncovered = services.rows.map(({ id }) => id).filter((id) => !covered.has(id));
  const units = parseUnits(kind, [...current, ...(await unitsAround(client, kind, today, uncovered))]);
  return {
    kind,
    services: services.rows,
    units: units.rows,
    allUnits: units.problems.length === 0,
    items: await readItems(client, kind, referred(services.rows.map(({ item }) => item))),
    problems: [...services.problems, ...units.problems],
  };
}

/** Units of which nobody knows whose they are, are problems. */
function parseUnits(kind: Kind, raw: readonly unknown[]) {
  const { rows, problems } = parseRows(kind.units, raw);
  const lost = rows.filter(({ service }) => service === null);
  const message = `${kind.units.name}: ${kind.reference}: nothing that could be read, expected the service`;
  return {
    rows: rows.filter(({ service }) => service !== null),
    problems: [...problems, ...lost.map(() => ({ id: null, message }))],
  };
}

/** Of services without a current period: those that ended lately, and those to come. */
async function unitsAround(
  client: Client,
  kind: Kind,
  today: Day,
  services: readonly string[],
): Promise<readonly unknown[]> {
  const rows: unknown[] = [];
  for (let from = 0; from < services.length; from += PAGE_ROWS)
    rows.push(
      ...(await client.all(kind.units, [
        { op: 'in', field: kind.reference, value: services.slice(from, from + PAGE_ROWS).map(Number) },
        { op: 'gte', field: 'endDate', value: startOf(addDays(today, -STALE_DAYS)) },
      ])),
    );
  return rows;
}

async function readItems(
  client: Client,
  kind: Kind,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CatalogueItem>> {
  const items = new Map<string, CatalogueItem>();
  for (let from = 0; from < ids.length; from += PAGE_ROWS) {
    const value = ids.slice(from, from + PAGE_ROWS).map(Number);
    const rows = await client.all(kind.catalogue, [{ op: 'in', field: 'id', value }]).catch(unlessDenied);
    for (const row of parseRows(kind.catalogue, rows ?? []).rows) items.set(row.id, row);
  }
  return items;
}

function linesOf(
  { kind, services, units, allUnits, items }: KindRows,
  {
    contracts,
    labels,
    companies,
    today,
    newest,
  }: {
    contracts: ReadonlyMap<string, ContractRecord>;
    labels: Labels;
    companies: Names;
    today: Day;
    newest: ReadonlyMap<string, Day>;
  },
) {
  const records: SourceRecord<'contractLines'>[] = [];
  const problems: RowProblem[] = [];
  const unsure = new Set<string>();
  const rows = new Map<string | null, UnitRow[]>();
  for (const row of units) rows.set(row.service, [...(rows.get(row.service) ?? []), row]);
  for (const { id: service, contractID: contract, item, ...prices } of services) {
    const id = productId(kind.name, service);
    const fields =
      contract === null
        ? 'contractID: nothing that could be read, expected the contract'
        : toLine(
            {
              contract,
              company: contracts.get(contract)?.company ?? null,
              product: item === null ? null : productId(kind.name, item),
              service: prices,
              item: item === null ? null : (items.get(item) ?? null),
              rows: rows.get(service) ?? [],
              allRows: allUnits,
              newestStart: newest.get(contract) ?? null,
              labels,
              companies,
            },
            today,
          );
    if (typeof fields === 'string') {
      problems.push({ id, message: fields });
      if (contract !== null) unsure.add(contract);
    } else records.push({ id, fields, updatedAt: null });
  }
  return { records, problems, unsure };
}

/** By contract, the newest start of a period that has begun. */
function newestStarts(parts: readonly KindRows[], today: Day): ReadonlyMap<string, Day> {
  const newest = new Map<string, Day>();
  for (const { contractID, startDate } of parts.flatMap(({ units }) => units))
    if (
      contractID !== null &&
      startDate !== null &&
      startDate <= today &&
      startDate > (newest.get(contractID) ?? '')
    )
      newest.set(contractID, startDate);
  return newest;
}

function unlessDenied(error: unknown): null {
  if (error instanceof ConnectorProblem && error.reason === 'permission') return null;
  throw error;
}

const startOf = (day: Day) => `${day}T00:00:00Z`;
const endOf = (day: Day) => `${day}T23:59:59Z`;
