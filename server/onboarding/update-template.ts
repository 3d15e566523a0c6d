import { sql } from 'kysely';
import type { OnboardingTemplate, OnboardingTemplateChange } from '../../contract/onboarding-template.ts';
import { templateProblems } from '../../domain/onboarding/template-problems.ts';
import { audit } from '../access/audit.ts';
import { requireUsers } from '../access/require-known.ts';
import { requireUnchangedBy } from '../access/require-unchanged.ts';
import type { Viewer } from '../access/viewer.ts';
import { changedFields } from '../platform/database/changed-fields.ts';
import { freeKey } from '../platform/database/new-keys.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { readTemplate } from './read-template.ts';

type Tasks = OnboardingTemplateChange['tasks'];

/** Brings the template to what it is to be. What was copied to companies stays theirs. Refuses an If-Match that no longer holds. */
export async function updateTemplate(
  tx: Tx,
  viewer: Viewer,
  { tasks }: OnboardingTemplateChange,
  ifMatch: string | undefined,
): Promise<OnboardingTemplate> {
  const { workspace, user, loaded } = viewer;
  await sql`select from workspaces where id = (select current_workspace()) for no key update`.execute(tx);
  const stored = await readTemplate(tx, loaded.grants);
  await requireUnchangedBy(tx, viewer, ifMatch, stored, {
    company: null,
    actions: ['update onboarding template'],
  });
  requireSound(viewer, tasks);
  const before = stored.tasks.map((task) => ({ ...task, owner: task.owner?.id ?? null }));
  const same = before.length === tasks.length && before.every((task, i) => !changedFields(task, tasks[i]!));
  if (same) return stored;
  await writeTasks(tx, workspace, tasks, before);
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'update onboarding template',
    ...changeOf(before, tasks),
  });
  return readTemplate(tx, loaded.grants);
}

function requireSound({ loaded }: Viewer, tasks: Tasks): void {
  const problems = templateProblems(tasks);
  if (problems.length > 0) throw new Refusal('unprocessable', problems.join(' '), { details: { problems } });
  requireUsers(
    loaded.grants,
    'owner',
    tasks.flatMap(({ owner }) => owner ?? []),
  );
}

/** Replaces the tasks. Those that stay keep their ids, by which companies know which ones they were given. */
async function writeTasks(
  tx: Tx,
  workspace: string,
  tasks: Tasks,
  stored: readonly { readonly id: string }[],
): Promise<void> {
  const known = new Set(stored.map(({ id }) => id));
  const given = tasks.flatMap(({ id }) => id ?? []);
  const wrong = given.find((id, i) => !known.has(id) || given.indexOf(id) !== i);
  if (wrong !== undefined)
    throw new Refusal('unprocessable', `There is no task "${wrong}" here; a new one has the id null.`);
  const taken = [...stored, ...(await everCopied(tx))];
  const rows = tasks.map(({ id, ...task }, i) => {
    const key = id ?? freeKey(task.title, taken);
    if (id === null) taken.push({ id: key });
    return { key, order: i + 1, ...task };
  });
  await sql`delete from onboarding_template where workspace_id = ${workspace}`.execute(tx);
  await sql`insert into onboarding_template
      (workspace_id, key, title, description, side, owner_role, owner, owner_name, due_days, required, "order")
    select ${workspace}::uuid, t.key, t.title, t.description, t.side, t."ownerRole", t.owner, t."ownerName", t."dueDays",
      nullif(t.required, false), t."order"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (key text, title text, description text, side text,
      "ownerRole" text, owner text, "ownerName" text, "dueDays" int, required boolean, "order" numeric)`.execute(
    tx,
  );
}

/** A new task gets no id of one that is gone, or companies that had that one would not be given it. */
async function everCopied(tx: Tx): Promise<{ id: string }[]> {
  const { rows } = await sql<{ id: string }>`select distinct template_task as id from onboarding_tasks
    where workspace_id = (select current_workspace()) and template_task is not null`.execute(tx);
  return rows;
}

/** What came, went and changed, by title; nothing where only the order did. */
function changeOf(
  before: readonly ({ readonly id: string; readonly title: string } & object)[],
  tasks: Tasks,
) {
  const titles = (list: readonly { readonly title: string }[], name: string) =>
    list.length > 0 ? { [name]: list.map(({ title }) => title) } : {};
  const old = new Map(before.map((task) => [task.id, task]));
  return {
    before: titles(
      before.filter(({ id }) => !tasks.some((task) => task.id === id)),
      'tasksRemoved',
    ),
    after: {
      ...titles(
        tasks.filter(({ id }) => id === null),
        'tasksAdded',
      ),
      ...titles(
        tasks.filter((task) => task.id !== null && changedFields({ ...old.get(task.id) }, task)),
        'tasksChanged',
      ),
    },
  };
}
