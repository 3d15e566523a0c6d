import { sql } from 'kysely';
import { audit } from '../access/audit.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import { requireUnchangedBy } from '../access/require-unchanged.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { readActionItem } from './read-action-items.ts';

/** Deletes an action item; the record keeps what it was. */
export async function deleteActionItem(
  tx: Tx,
  viewer: Viewer,
  { company, id }: RowPlace,
  ifMatch: string | undefined,
): Promise<void> {
  const { workspace, user, loaded } = viewer;
  await lockCompany(tx, company);
  const item = await readActionItem(tx, id, loaded.asOf);
  await requireUnchangedBy(tx, viewer, ifMatch, item, {
    company,
    actions: ['create action item', 'update action item'],
    subject: id,
  });
  await sql`delete from action_items where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  const { title, owner, ownerName, dueDate, done } = item;
  const before = { title, owner: owner?.id ?? null, ownerName, dueDate, done };
  await audit(tx, { workspace, actor: user.id, action: 'delete action item', company, subject: id, before });
}
