import { ConnectorProblem, type Page, type ReadRequest } from '../connector.ts';
import type { Client } from './client.ts';
import { mayNeedEstimate, toContract } from './contracts.ts';
import type { Reading } from './reading.ts';
import { pageOf, parseRows, referred } from './rows.ts';
import { ContractServiceBundles, ContractServices, Contracts } from './shapes.ts';

const HOURS = 48;

/** Always all of them: older tenants do not say when a contract changed, and there are few. */
export async function readContracts(
  { client, lookups, memory }: Reading,
  { cursor, since, known }: ReadRequest,
): Promise<Page> {
  const { rows, next } = await client.page(Contracts, [], cursor);
  const parsed = parseRows(Contracts, rows);
  if (parsed.rows.length === 0) return { records: [], next, problems: parsed.problems };
  const labels = await lookups.labels(Contracts);
  const companies = await known.records('companies', referred(parsed.rows.map((row) => row.companyID)));

  // A full run looks anew, once; what was found holds until the next one, so that no contract has both an estimate and lines.
  const anew = since === null && cursor === null;
  let hidden = anew ? null : memory.recall<boolean>('services hidden', HOURS);
  if (hidden === null && parsed.rows.some(mayNeedEstimate)) {
    hidden = await areServicesHidden(client);
    memory.keep('services hidden', hidden);
  }
  return pageOf(parsed, next, {
    toFields: (row) =>
      toContract(row, {
        labels,
        currency: row.companyID === null ? null : (companies.get(row.companyID)?.currency ?? null),
        servicesHidden: hidden ?? false,
      }),
    updatedAt: (row) => row.lastModifiedDateTime,
  });
}

/** An API user without permission is answered with an error, or as if there were none. */
async function areServicesHidden(client: Client): Promise<boolean> {
  for (const entity of [ContractServices, ContractServiceBundles]) {
    const row = await client.first(entity).catch((error) => {
      if (error instanceof ConnectorProblem && error.reason === 'permission') return undefined;
      throw error;
    });
    if (row !== undefined) return false;
  }
  return true;
}
