import { sql } from 'kysely';
import type { OnboardingTask, OnboardingTaskChange } from '../../contract/onboarding.ts';
import { audit } from '../access/audit.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import { requireUnchangedBy } from '../access/require-unchanged.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import { assignments, changedFields } from '../platform/database/changed-fields.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { readTask } from './read-tasks.ts';
import { fieldsOf, requireFittingOwner, type TaskFields, taskColumns } from './task-columns.ts';

/** The recorded changes of a task. */
export const taskActions = [
  'create onboarding task',
  'update onboarding task',
  'complete onboarding task',
  'reopen onboarding task',
  'copy onboarding template',
  'restart onboarding',
  'shift onboarding tasks',
];

/** Changes a task, ticks it off or opens it again. Refuses an If-Match that no longer holds, and an owner who does not fit. */
export async function updateTask(
  tx: Tx,
  viewer: Viewer,
  { company, id }: RowPlace,
  change: OnboardingTaskChange,
  ifMatch: string | undefined,
  now: Date,
): Promise<OnboardingTask> {
  const { workspace, user, loaded } = viewer;
  await lockCompany(tx, company);
  const task = await readTask(tx, loaded, id);
  await requireUnchangedBy(tx, viewer, ifMatch, task, { company, actions: taskActions, subject: id });
  const stored = fieldsOf(task);
  const changed = changedFields(stored, withOneOwner(stored, change));
  if (!changed) return task;
  const after = changed.after as Partial<TaskFields>;
  await requireFittingOwner(tx, viewer, company, { ...stored, ...after });
  const set = assignments(taskColumns, after);
  if (set)
    await sql`update onboarding_tasks set ${set} where workspace_id = ${workspace} and key = ${id}`.execute(
      tx,
    );
  if (after.done !== undefined)
    await sql`update onboarding_tasks set done_at = ${after.done ? now : null}, done_by = ${after.done ? user.id : null}
      where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  const action = `${verbOf(after.done)} onboarding task`;
  await audit(tx, { workspace, actor: user.id, action, company, subject: id, ...changed });
  return readTask(tx, loaded, id);
}

function verbOf(done: boolean | undefined): string {
  if (done === undefined) return 'update';
  return done ? 'complete' : 'reopen';
}

/** Whoever is named now takes the place of whoever was named otherwise; on the other side nobody of this one stays. */
function withOneOwner(stored: TaskFields, change: OnboardingTaskChange): OnboardingTaskChange {
  const { owner, contact, ownerName } = change;
  const moved = change.side !== undefined && change.side !== stored.side;
  if (owner != null) return { ...change, contact: null, ownerName: null };
  if (contact != null) return { ...change, owner: null, ownerName: null };
  if (ownerName != null) return { ...change, owner: null, contact: null };
  return moved ? { ...change, owner: null, contact: null } : change;
}
