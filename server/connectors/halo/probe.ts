import type { RecordKind } from '../../../domain/sync/records.ts';
import { ConnectorProblem, type Permission } from '../connector.ts';
import type { HaloClient } from './client.ts';
import { rowsOf } from './lists.ts';

/** Where one record of each kind is to be had, and what the application must be allowed for it. */
const PLACES: Readonly<Record<RecordKind, { readonly path: string; readonly permission: string }>> = {
  companies: { path: 'Client', permission: 'read:customers' },
  sites: { path: 'Site', permission: 'read:customers' },
  contacts: { path: 'Users', permission: 'read:customers' },
  products: { path: 'Item', permission: 'read:items' },
  contracts: { path: 'ClientContract', permission: 'read:contracts' },
  contractLines: { path: 'RecurringInvoice', permission: 'read:invoices' },
  tickets: { path: 'Tickets', permission: 'read:tickets' },
  timeEntries: { path: 'TimesheetEvent', permission: 'read:timesheets' },
  opportunities: { path: 'Opportunities', permission: 'read:crm' },
  surveys: { path: 'Feedback', permission: 'read:tickets' },
};

const WEEK = 7 * 86_400_000;

/** One row of a kind as HaloPSA sends it; undefined: there is none. */
export async function firstRow(client: HaloClient, kind: RecordKind, now: Date): Promise<unknown> {
  const week = {
    start_date: new Date(now.getTime() - WEEK).toISOString(),
    end_date: now.toISOString(),
  };
  const { path } = PLACES[kind];
  const query = kind === 'timeEntries' ? week : kind === 'surveys' ? {} : { count: 1 };
  return rowsOf(path, await client.get(path, query))[0];
}

/** Asks for one row of each kind. Signing in that fails is all there is to say. */
export async function probe(
  client: HaloClient,
  kinds: readonly RecordKind[],
  now: Date,
): Promise<readonly Permission[]> {
  try {
    await client.signIn();
  } catch (problem) {
    return [{ kind: 'sign in', allowed: false, message: wordsOf(problem) }];
  }
  const asked = kinds.map(async (kind): Promise<Permission> => {
    try {
      const found = (await firstRow(client, kind, now)) !== undefined;
      return { kind, allowed: true, message: found ? 'Can be read.' : 'Can be read; there are none.' };
    } catch (problem) {
      const hint = `Give the application the permission ${PLACES[kind].permission}, and its agent a role that may see them.`;
      const denied = problem instanceof ConnectorProblem && problem.reason === 'permission';
      return { kind, allowed: false, message: denied ? `${problem.message} ${hint}` : wordsOf(problem) };
    }
  });
  return [{ kind: 'sign in', allowed: true, message: 'Signed in.' }, ...(await Promise.all(asked))];
}

function wordsOf(problem: unknown): string {
  if (problem instanceof ConnectorProblem) return problem.message;
  throw problem;
}
