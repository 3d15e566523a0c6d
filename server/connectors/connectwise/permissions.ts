import { RECORD_KINDS, type RecordKind } from '../../../domain/sync/records.ts';
import { ConnectorProblem, type Permission } from '../connector.ts';
import { reference } from '../lenient.ts';
import type { Client } from './client.ts';
import { listed } from './read-rows.ts';

/** Where a kind is listed; `below` is where it is listed by one of those. */
const PLACES: Readonly<Record<RecordKind, { readonly path: string; readonly below?: string }>> = {
  companies: { path: '/company/companies' },
  sites: { path: '/company/companies', below: 'sites' },
  contacts: { path: '/company/contacts' },
  products: { path: '/procurement/catalog' },
  contracts: { path: '/finance/agreements' },
  contractLines: { path: '/finance/agreements', below: 'additions' },
  tickets: { path: '/service/tickets' },
  timeEntries: { path: '/time/entries' },
  opportunities: { path: '/sales/opportunities' },
  surveys: { path: '/service/surveys', below: 'results' },
};

/** One row as it comes; undefined: there is none. */
export async function firstRow(client: Client, kind: RecordKind): Promise<unknown> {
  const { path, below } = PLACES[kind];
  const row = await first(client, path);
  if (below === undefined || row === undefined) return row;
  const id = reference.parse((row as { id?: unknown } | null)?.id);
  return id === null ? undefined : first(client, `${path}/${id}/${below}`);
}

async function first(client: Client, path: string): Promise<unknown> {
  const answer = await client.get(path, { pageSize: 1 });
  if (answer !== null) return listed(answer.json, path)[0];
  throw new ConnectorProblem('credentials', `ConnectWise answers that there is no ${path}.`);
}

/** What the credentials may read, kind by kind; if they are wrong, that alone. */
export async function permissionsOf(client: Client): Promise<readonly Permission[]> {
  const signIn = await tried('sign in', async () => {
    const answer = await client.get('/system/info');
    if (answer !== null) return 'Signed in.';
    throw new ConnectorProblem(
      'credentials',
      'ConnectWise answers that there is nothing (404), as its cloud does when the company id or the keys are wrong.',
    );
  });
  if (!signIn.allowed) return [signIn];
  const kinds = RECORD_KINDS.map((kind) =>
    tried(kind, async () =>
      (await firstRow(client, kind)) === undefined ? 'May be read; nothing is there yet.' : 'May be read.',
    ),
  );
  return [signIn, ...(await Promise.all(kinds))];
}

async function tried(kind: Permission['kind'], look: () => Promise<string>): Promise<Permission> {
  try {
    return { kind, allowed: true, message: await look() };
  } catch (error) {
    if (error instanceof ConnectorProblem) return { kind, allowed: false, message: error.message };
    throw error;
  }
}
