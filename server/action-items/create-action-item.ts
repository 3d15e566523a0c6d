import { sql } from 'kysely';
import type { ActionItem, NewActionItem } from '../../contract/action-items.ts';
import { audit } from '../access/audit.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import { insertion } from '../platform/database/changed-fields.ts';
import { newKeys } from '../platform/database/new-keys.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { actionItemColumns, requireOwner } from './action-item-columns.ts';
import { readActionItem, readActionItems } from './read-action-items.ts';

/** Notes an action item of a meeting. Its key continues those of the meeting, which is their order. */
export async function createActionItem(
  tx: Tx,
  { workspace, user, loaded }: Viewer,
  { company, id: meeting }: RowPlace,
  item: NewActionItem,
): Promise<ActionItem> {
  await lockCompany(tx, company);
  requireOwner(loaded.grants, item.owner);
  const place = (await readActionItems(tx, meeting, loaded.asOf)).length + 1;
  const { columns, values } = insertion(actionItemColumns, item);
  const keys = newKeys(`${meeting} ${String(place).padStart(3, '0')}`);
  for (;;) {
    const key = keys.next().value;
    const { rows } = await sql`insert into action_items (workspace_id, key, meeting, company${columns})
      values (${workspace}, ${key}, ${meeting}, ${company}${values}) on conflict do nothing returning key`.execute(
      tx,
    );
    if (rows.length === 0) continue;
    const after = { meeting, ...item };
    await audit(tx, {
      workspace,
      actor: user.id,
      action: 'create action item',
      company,
      subject: key,
      after,
    });
    return readActionItem(tx, key, loaded.asOf);
  }
}
