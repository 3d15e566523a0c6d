import { type RawBuilder, sql } from 'kysely';
import type { OnboardingTask } from '../../contract/onboarding.ts';
import { isOverdue } from '../../domain/onboarding/progress.ts';
import { namedUser } from '../access/named-user.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import type { LoadedPortfolio } from '../portfolio/loaded-portfolio.ts';

type Known = Pick<LoadedPortfolio, 'grants' | 'asOf'>;

/** The tasks of a company by the day on which they are due, those without one last, then in the order in which they came. */
export function readTasks(tx: Tx, known: Known, company: string): Promise<OnboardingTask[]> {
  return tasksWhere(tx, known, sql`t.company = ${company}`);
}

export async function readTask(tx: Tx, known: Known, id: string): Promise<OnboardingTask> {
  const [task] = await tasksWhere(tx, known, sql`t.key = ${id}`);
  if (!task) throw notFound('onboarding task', id);
  return task;
}

async function tasksWhere(
  tx: Tx,
  { grants, asOf }: Known,
  which: RawBuilder<unknown>,
): Promise<OnboardingTask[]> {
  type Row = Omit<OnboardingTask, 'owner' | 'doneBy' | 'doneAt' | 'done' | 'overdue'> & {
    owner: string | null;
    doneAt: Date | string | null;
    doneBy: string | null;
  };
  const { rows } = await sql<Row>`
    select t.key as id, t.title, t.description, t.side, t.owner,
      case when c.key is not null then json_build_object('id', c.key, 'name', c.name) end as contact,
      t.owner_name as "ownerName", t.due_date as "dueDate", coalesce(t.required, false) as required,
      t.done_at as "doneAt", t.done_by as "doneBy", t.note, '"' || md5(t::text) || '"' as etag
    from onboarding_tasks t
    left join contacts c on c.workspace_id = t.workspace_id and c.key = t.contact and c.company = t.company
    where t.workspace_id = (select current_workspace()) and ${which}
    order by t.due_date nulls last, t.key collate "C"`.execute(tx);
  return rows.map((row) => {
    const done = row.doneAt !== null;
    return {
      ...row,
      owner: row.owner === null ? null : namedUser(grants, row.owner),
      done,
      overdue: isOverdue({ done, dueDate: row.dueDate }, asOf),
      doneAt: row.doneAt === null ? null : new Date(row.doneAt).toISOString(),
      doneBy: row.doneBy === null ? null : namedUser(grants, row.doneBy),
    };
  });
}
