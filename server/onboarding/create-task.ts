import { sql } from 'kysely';
import type { NewOnboardingTask, OnboardingTask } from '../../contract/onboarding.ts';
import { audit } from '../access/audit.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import { insertion } from '../platform/database/changed-fields.ts';
import { newKeys } from '../platform/database/new-keys.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { readTask } from './read-tasks.ts';
import { requireFittingOwner, taskColumns } from './task-columns.ts';

/** Adds a task of its own to a company's onboarding. Refuses an owner who does not fit. */
export async function createTask(
  tx: Tx,
  viewer: Viewer,
  company: string,
  task: NewOnboardingTask,
): Promise<OnboardingTask> {
  const { workspace, user, loaded } = viewer;
  await lockCompany(tx, company);
  await requireFittingOwner(tx, viewer, company, task);
  const { columns, values } = insertion(taskColumns, task);
  const keys = newKeys(`${company} ${task.title}`);
  for (;;) {
    const key = keys.next().value;
    const { rows } = await sql`insert into onboarding_tasks (workspace_id, key, company${columns})
      values (${workspace}, ${key}, ${company}${values}) on conflict do nothing returning key`.execute(tx);
    if (rows.length === 0) continue;
    await audit(tx, {
      workspace,
      actor: user.id,
      action: 'create onboarding task',
      company,
      subject: key,
      after: task,
    });
    return readTask(tx, loaded, key);
  }
}
