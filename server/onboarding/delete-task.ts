import { sql } from 'kysely';
import { audit } from '../access/audit.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import { requireUnchangedBy } from '../access/require-unchanged.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { readTask } from './read-tasks.ts';
import { fieldsOf } from './task-columns.ts';
import { taskActions } from './update-task.ts';

/** Removes a task from an onboarding; the record keeps what it was. */
export async function deleteTask(
  tx: Tx,
  viewer: Viewer,
  { company, id }: RowPlace,
  ifMatch: string | undefined,
): Promise<void> {
  const { workspace, user, loaded } = viewer;
  await lockCompany(tx, company);
  const task = await readTask(tx, loaded, id);
  await requireUnchangedBy(tx, viewer, ifMatch, task, { company, actions: taskActions, subject: id });
  await sql`delete from onboarding_tasks where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'delete onboarding task',
    company,
    subject: id,
    before: fieldsOf(task),
  });
}
