import { sql } from 'kysely';
import type { Onboarding } from '../../contract/onboarding.ts';
import { onboardingProgress } from '../../domain/onboarding/progress.ts';
import type { Stage } from '../../domain/portfolio/facts.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import type { LoadedPortfolio } from '../portfolio/loaded-portfolio.ts';
import { readTasks } from './read-tasks.ts';

/** A company's onboarding as it stands. The transaction must see the company. */
export async function readOnboarding(tx: Tx, loaded: LoadedPortfolio, company: string): Promise<Onboarding> {
  const { rows } = await sql<{ stage: Stage; template: number; missing: number }>`
    select coalesce(c.stage, 'active') as stage,
      (select count(*)::int from onboarding_template t where t.workspace_id = c.workspace_id) as template,
      (select count(*)::int from onboarding_template t where t.workspace_id = c.workspace_id and not exists (
        select from onboarding_tasks o
        where o.workspace_id = c.workspace_id and o.company = c.key and o.template_task = t.key)) as missing
    from companies c where c.workspace_id = (select current_workspace()) and c.key = ${company}`.execute(tx);
  const [row] = rows;
  if (!row) throw notFound('company', company);
  const tasks = await readTasks(tx, loaded, company);
  const { stage, template, missing } = row;
  const progress = onboardingProgress(tasks, loaded.asOf);
  return { company, stage, tasks, progress, template: { tasks: template, missing } };
}
