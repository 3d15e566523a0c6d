import { sql } from 'kysely';
import { audit } from '../access/audit.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { requireUnchanged } from '../platform/http/if-match.ts';
import { fieldsOf, lineColumns } from './columns.ts';
import { readLine } from './read-contracts.ts';

/** Deletes a contract line; the record keeps what it was. */
export async function deleteLine(
  tx: Tx,
  { workspace, user, loaded }: Viewer,
  { company, id }: RowPlace,
  ifMatch: string | undefined,
): Promise<void> {
  await lockCompany(tx, company);
  const { contract, line } = await readLine(tx, loaded, company, id);
  requireUnchanged(ifMatch, line);
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
