import { sql } from 'kysely';
import { audit } from '../access/audit.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import { requireUnchangedBy } from '../access/require-unchanged.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { requireGone } from '../sync/synced-from.ts';
import { contractColumns, fieldsOf, lineColumns } from './columns.ts';
import { readContract } from './read-contracts.ts';

/** Deletes a contract with its lines; the record keeps what they were. */
export async function deleteContract(
  tx: Tx,
  viewer: Viewer,
  { company, id }: RowPlace,
  ifMatch: string | undefined,
): Promise<void> {
  const { workspace, user, loaded } = viewer;
  await lockCompany(tx, company);
  const contract = await readContract(tx, loaded, company, id);
  await requireUnchangedBy(tx, viewer, ifMatch, contract, {
    company,
    actions: ['create contract', 'update contract'],
    subject: id,
  });
  requireGone(contract.syncedFrom, contract.name);
  await sql`delete from contracts where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  const lines = contract.lines.map((line) => fieldsOf(lineColumns, line));
  const before = { ...fieldsOf(contractColumns, contract), ...(lines.length > 0 ? { lines } : {}) };
  await audit(tx, { workspace, actor: user.id, action: 'delete contract', company, subject: id, before });
}
