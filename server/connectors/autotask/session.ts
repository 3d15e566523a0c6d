import type { RecordKind } from '../../../domain/sync/records.ts';
import { RECORD_KINDS } from '../../../domain/sync/records.ts';
import {
  type Access,
  ConnectorProblem,
  type Page,
  type Permission,
  type ReadRequest,
  type Session,
} from '../connector.ts';
import { type Client, openClient } from './client.ts';
import { lookupsOf } from './lookups.ts';
import { memoryOf } from './memory.ts';
import { readOpportunities, readSurveys, readTickets, readTimeEntries } from './read-activity.ts';
import { readCompanies, readContacts, readProducts, readSites } from './read-companies.ts';
import { readContracts } from './read-contracts.ts';
import { readLines } from './read-lines.ts';
import type { Reading } from './reading.ts';
import * as shapes from './shapes.ts';

const READERS: Readonly<Record<RecordKind, (reading: Reading, request: ReadRequest) => Promise<Page>>> = {
  companies: readCompanies,
  sites: readSites,
  contacts: readContacts,
  products: readProducts,
  contracts: readContracts,
  contractLines: readLines,
  tickets: readTickets,
  timeEntries: readTimeEntries,
  opportunities: readOpportunities,
  surveys: readSurveys,
};

/** Where a kind stands in Autotask's API, for a look at one row. */
const ENTITIES = {
  companies: shapes.Companies,
  sites: shapes.CompanyLocations,
  contacts: shapes.Contacts,
  products: shapes.Services,
  contracts: shapes.Contracts,
  contractLines: shapes.ContractServices,
  tickets: shapes.Tickets,
  timeEntries: shapes.TimeEntries,
  opportunities: shapes.Opportunities,
  surveys: shapes.SurveyResults,
} as const;

export async function openSession(access: Access): Promise<Session> {
  const memory = memoryOf(access);
  const client = await openClient(access, memory);
  const reading: Reading = { client, lookups: lookupsOf(client, memory), access, memory };
  return {
    read: (kind, request) => READERS[kind](reading, request),
    test: () => testPermissions(client),
    sample: (kind) => client.first(ENTITIES[kind]),
  };
}

async function testPermissions(client: Client): Promise<readonly Permission[]> {
  const found: Permission[] = [await signIn(client)];
  if (!found[0]!.allowed) return found;
  for (const kind of RECORD_KINDS) found.push(await permission(client, kind));
  return found;
}

async function signIn(client: Client): Promise<Permission> {
  return allowedUnlessProblem('sign in', async () => {
    const usage = await client.usage();
    return usage === null
      ? 'Autotask knows the API user.'
      : `Autotask knows the API user. Your integrations have used ${usage.used} of ${usage.allowed} requests in the last hour.`;
  });
}

function permission(client: Client, kind: RecordKind): Promise<Permission> {
  return allowedUnlessProblem(kind, async () => {
    const { name } = ENTITIES[kind];
    if ((await client.first(ENTITIES[kind])) !== undefined) return `${name} can be read.`;
    return kind === 'contracts' || kind === 'contractLines'
      ? `${name} came back empty. If there are any, the security level of the API user hides them: it needs to see contracts and invoices.`
      : `${name} can be read; there are none yet.`;
  });
}

async function allowedUnlessProblem(
  kind: Permission['kind'],
  look: () => Promise<string>,
): Promise<Permission> {
  try {
    return { kind, allowed: true, message: await look() };
  } catch (error) {
    if (error instanceof ConnectorProblem) return { kind, allowed: false, message: error.message };
    throw error;
  }
}
