import { sql } from 'kysely';
import type { Contract, ContractChange } from '../../contract/contracts.ts';
import { audit } from '../access/audit.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import { requireUnchangedBy } from '../access/require-unchanged.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import { assignments, changedFields } from '../platform/database/changed-fields.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { requireOurs } from '../sync/synced-from.ts';
import { contractColumns } from './columns.ts';
import { readContract } from './read-contracts.ts';
import { requirePeriod } from './require-sound.ts';

/** Changes a contract's own fields. Refuses an If-Match that no longer holds, and an end before the start. */
export async function updateContract(
  tx: Tx,
  viewer: Viewer,
  { company, id }: RowPlace,
  change: ContractChange,
  ifMatch: string | undefined,
): Promise<Contract> {
  const { workspace, user, loaded } = viewer;
  await lockCompany(tx, company);
  const contract = await readContract(tx, loaded, company, id);
  await requireUnchangedBy(tx, viewer, ifMatch, contract, {
    company,
    actions: ['create contract', 'update contract'],
    subject: id,
  });
  const changed = changedFields(contract, change);
  if (!changed) return contract;
  requireOurs(contract.syncedFrom, Object.keys(changed.after));
  const { start, end } = { ...contract, ...changed.after };
  requirePeriod(start, end, 'end');
  await sql`update contracts set ${assignments(contractColumns, changed.after)}
    where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  await audit(tx, { workspace, actor: user.id, action: 'update contract', company, subject: id, ...changed });
  return readContract(tx, loaded, company, id);
}
