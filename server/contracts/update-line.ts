import { sql } from 'kysely';
import type { ContractLine, ContractLineChange } from '../../contract/contracts.ts';
import { audit } from '../access/audit.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import { requireUnchangedBy } from '../access/require-unchanged.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import { assignments, changedFields } from '../platform/database/changed-fields.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { requireOurs } from '../sync/synced-from.ts';
import { lineColumns } from './columns.ts';
import { readLine } from './read-contracts.ts';
import { requirePeriod, requireWorth } from './require-sound.ts';

/** Changes a contract line. Refuses an If-Match that no longer holds, and a cancellation before the start. */
export async function updateLine(
  tx: Tx,
  viewer: Viewer,
  { company, id }: RowPlace,
  change: ContractLineChange,
  ifMatch: string | undefined,
): Promise<ContractLine> {
  const { workspace, user, loaded } = viewer;
  await lockCompany(tx, company);
  const { contract, line } = await readLine(tx, loaded, company, id);
  await requireUnchangedBy(tx, viewer, ifMatch, line, {
    company,
    actions: ['create contract line', 'update contract line'],
    subject: id,
  });
  const changed = changedFields(line, change);
  if (!changed) return line;
  requireOurs(contract.syncedFrom, ['lines']);
  const after = { ...line, ...changed.after };
  requirePeriod(after.start, after.cancelledOn, 'cancelledOn');
  requireWorth(after);
  await sql`update contract_lines set ${assignments(lineColumns, changed.after)}
    where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'update contract line',
    company,
    subject: id,
    ...changed,
  });
  return (await readLine(tx, loaded, company, id)).line;
}
