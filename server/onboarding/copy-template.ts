import { sql } from 'kysely';
import { type CopiedTask, tasksToCopy } from '../../domain/onboarding/from-template.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import { audit } from '../access/audit.ts';
import type { Viewer } from '../access/viewer.ts';
import { newKeys } from '../platform/database/new-keys.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { readTemplate } from './read-template.ts';

type By = Pick<Viewer, 'workspace' | 'user' | 'loaded'>;

/** Gives a company that comes to the stage onboarding the tasks of the template, unless it has tasks already. */
export async function beginOnboarding(tx: Tx, viewer: By, company: string): Promise<void> {
  const { rows } = await sql`select from onboarding_tasks
    where workspace_id = (select current_workspace()) and company = ${company} limit 1`.execute(tx);
  if (rows.length === 0) await copyTemplate(tx, viewer, company, viewer.loaded.asOf);
}

/** Gives a company the tasks of the template that it was not given yet, due from this day on. The caller has locked the company. */
export async function copyTemplate(
  tx: Tx,
  { workspace, user, loaded }: By,
  company: string,
  start: Day,
): Promise<void> {
  const { tasks } = await readTemplate(tx, loaded.grants);
  const template = tasks.map((task) => ({ ...task, owner: task.owner?.id ?? null }));
  const { people, copied } = await standing(tx, company);
  const added = tasksToCopy(template, new Set(copied), people, start);
  if (added.length === 0) return;
  await insertTasks(tx, workspace, company, added);
  const after = { startsOn: start, tasksAdded: added.map(({ title }) => title) };
  await audit(tx, { workspace, actor: user.id, action: 'copy onboarding template', company, after });
}

interface Standing {
  readonly people: { readonly vcio: string | null; readonly primaryContact: string | null };
  /** Ids of the tasks of the template that it was given. */
  readonly copied: readonly string[];
}

async function standing(tx: Tx, company: string): Promise<Standing> {
  const { rows } = await sql<{ vcio: string | null; contact: string | null; copied: string[] }>`
    select c.owner as vcio,
      (select p.key from contacts p where p.workspace_id = c.workspace_id and p.company = c.key and p.primary_contact) as contact,
      array(select o.template_task from onboarding_tasks o
        where o.workspace_id = c.workspace_id and o.company = c.key and o.template_task is not null) as copied
    from companies c where c.workspace_id = (select current_workspace()) and c.key = ${company}`.execute(tx);
  const { vcio, contact, copied } = rows[0]!;
  return { people: { vcio, primaryContact: contact }, copied };
}

/**
 * Their keys go up in the order of the template, in which those of one day are listed. Another company, which this transaction may
 * not see, can have such keys: then others are tried.
 */
async function insertTasks(tx: Tx, workspace: string, company: string, added: readonly CopiedTask[]) {
  for (const base of newKeys(`${company} onboarding`)) {
    const rows = added.map((task, i) => ({ key: `${base}-${String(i + 1).padStart(3, '0')}`, ...task }));
    const inserted = await sql<{ key: string }>`insert into onboarding_tasks
        (workspace_id, key, company, title, description, side, owner, contact, owner_name, due_date, required, template_task)
      select ${workspace}::uuid, t.key, ${company}, t.title, t.description, t.side, t.owner, t.contact, t."ownerName",
        t."dueDate", nullif(t.required, false), t."templateTask"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (key text, title text, description text, side text,
        owner text, contact text, "ownerName" text, "dueDate" date, required boolean, "templateTask" text)
      on conflict do nothing returning key`.execute(tx);
    if (inserted.rows.length === rows.length) return;
    await sql`delete from onboarding_tasks
      where workspace_id = ${workspace} and key = any(${inserted.rows.map(({ key }) => key)})`.execute(tx);
  }
}
