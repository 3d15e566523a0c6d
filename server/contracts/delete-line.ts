import { sql } from 'kysely';
import { audit } from '../access/audit.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import { requireUnchangedBy } from '../access/require-unchanged.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { requireOurs } from '../sync/synced-from.ts';
import { fieldsOf, lineColumns } from './columns.ts';
import { readLine } from './read-contracts.ts';

/** Deletes a contract line; the record keeps what it was. */
export async function deleteLine(
  tx: Tx,
  viewer: Viewer,
  { company, id }: RowPlace,
  ifMatch: string | undefined,
): Promise<void> {
  const { workspace, user, loaded } = viewer;
  await lockCompany(tx, company);
  const { contract, line } = await readLine(tx, loaded, company, id);
  await requireUnchangedBy(tx, viewer, ifMatch, line, {
    company,
    actions: ['create contract line', 'update contract line'],
    subject: id,
  });
  requireOurs(contract.syncedFrom, ['lines']);
  await sql`delete from contract_lines where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'delete contract line',
    company,
    subject: id,
    before: { contract: contract.id, ...fieldsOf(lineColumns, line) },
  });
}
