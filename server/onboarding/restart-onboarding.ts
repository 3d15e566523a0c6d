import { sql } from 'kysely';
import type { Day } from '../../domain/portfolio/values.ts';
import { audit } from '../access/audit.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { copyTemplate } from './copy-template.ts';
import { readOnboarding } from './read-onboarding.ts';
import { fieldsOf } from './task-columns.ts';

/**
 * Starts the onboarding of a client over, as when one comes back: every task goes, done or not, and those of the template come
 * anew, due from this day on. The record keeps what each task was. Refuses (`unprocessable`) a company that is not being onboarded,
 * nor about to be, and an empty template.
 */
export async function restartOnboarding(tx: Tx, viewer: Viewer, company: string, start: Day): Promise<void> {
  const { workspace, user, loaded } = viewer;
  await lockCompany(tx, company);
  const { stage, tasks, template } = await readOnboarding(tx, loaded, company);
  if (stage !== 'onboarding' && stage !== 'agreement')
    throw new Refusal(
      'unprocessable',
      `The company’s stage is ${stage}; an onboarding starts over in the stages agreement and onboarding.`,
    );
  if (template.tasks === 0)
    throw new Refusal('unprocessable', 'The onboarding template has no tasks to start over with.');
  await sql`delete from onboarding_tasks where workspace_id = ${workspace} and company = ${company}`.execute(
    tx,
  );
  for (const task of tasks) {
    const action = 'delete onboarding task';
    await audit(tx, { workspace, actor: user.id, action, company, subject: task.id, before: fieldsOf(task) });
  }
  await audit(tx, { workspace, actor: user.id, action: 'restart onboarding', company });
  await copyTemplate(tx, viewer, company, start);
}
