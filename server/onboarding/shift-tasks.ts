import { sql } from 'kysely';
import { audit } from '../access/audit.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import type { Tx } from '../platform/database/transaction.ts';

/** Moves the days of a company's open tasks so many days later (negative: earlier), within the days that can be written down. */
export async function shiftTasks(
  tx: Tx,
  { workspace, user }: Pick<Viewer, 'workspace' | 'user'>,
  company: string,
  days: number,
): Promise<void> {
  await lockCompany(tx, company);
  const { rows } = await sql`update onboarding_tasks
    set due_date = least(greatest(due_date + ${days}::int, '0001-01-01'::date), '9999-12-31'::date)
    where workspace_id = ${workspace} and company = ${company} and done_at is null and due_date is not null
    returning key`.execute(tx);
  if (rows.length === 0) return;
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'shift onboarding tasks',
    company,
    after: { days, tasks: rows.length },
  });
}
