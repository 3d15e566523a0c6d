import type { ContractLine, ContractLineChange } from '../../contract/contracts.ts';
import { audit } from '../access/audit.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { requireOurs } from '../sync/synced-from.ts';
import { insertLine } from './insert-line.ts';
import { readContract, readLine } from './read-contracts.ts';

/** Adds a line to a contract. */
export async function createLine(
  tx: Tx,
  { workspace, user, loaded }: Viewer,
  { company, id }: RowPlace,
  line: ContractLineChange,
): Promise<ContractLine> {
  await lockCompany(tx, company);
  const { lines, syncedFrom } = await readContract(tx, loaded, company, id);
  requireOurs(syncedFrom, ['lines']);
  const key = await insertLine(tx, workspace, { company, contract: id, place: lines.length + 1 }, line);
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'create contract line',
    company,
    subject: key,
    after: { contract: id, ...line },
  });
  return (await readLine(tx, loaded, company, key)).line;
}
