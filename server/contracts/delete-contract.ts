import { sql } from 'kysely';
import { audit } from '../access/audit.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { requireUnchanged } from '../platform/http/if-match.ts';
import { contractColumns, fieldsOf, lineColumns } from './columns.ts';
import { readContract } from './read-contracts.ts';

/** Deletes a contract with its lines; the record keeps what they were. */
export async function deleteContract(
  tx: Tx,
  { workspace, user, loaded }: Viewer,
  { company, id }: RowPlace,
  ifMatch: string | undefined,
): Promise<void> {
  await lockCompany(tx, company);
  const contract = await readContract(tx, loaded, company, id);
  requireUnchanged(ifMatch, contract);
  await sql`delete from contracts where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  const lines = contract.lines.map((line) => fieldsOf(lineColumns, line));
  const before = { ...fieldsOf(contractColumns, contract), ...(lines.length > 0 ? { lines } : {}) };
  await audit(tx, { workspace, actor: user.id, action: 'delete contract', company, subject: id, before });
}
