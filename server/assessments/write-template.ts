import { sql } from 'kysely';
import type { AssessmentTemplate, TemplateChange } from '../../contract/assessment-templates.ts';
import { templateProblems } from '../../domain/assessments/template-problems.ts';
import type { Viewer } from '../access/viewer.ts';
import { freeKey } from '../platform/database/new-keys.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';

const own = sql`workspace_id = (select current_workspace())`;

/** Lets one change of the templates wait for the other. */
export async function lockTemplates(tx: Tx): Promise<void> {
  await sql`select from workspaces where id = (select current_workspace()) for no key update`.execute(tx);
}

/** Refuses what cannot be taken, and a name that another template has: assessments and metrics go by it. */
export async function requireSound(
  tx: Tx,
  { loaded }: Pick<Viewer, 'loaded'>,
  change: TemplateChange,
  id: string | null,
): Promise<void> {
  const problems = templateProblems(change);
  if (problems.length > 0) throw new Refusal('unprocessable', problems.join(' '), { details: { problems } });
  const known = new Set(loaded.definitions.stackItems.map((item) => item.id));
  for (const { question, stackItem } of change.items)
    if (stackItem !== null && !known.has(stackItem))
      throw new Refusal('unprocessable', `There is no stack item "${stackItem}" for "${question}".`);
  const { rows } = await sql<{ key: string }>`
    select key from assessment_templates where ${own} and name = ${change.name}`.execute(tx);
  if (rows.some(({ key }) => key !== id))
    throw new Refusal('conflict', `There is a template "${change.name}" already; choose another name.`);
}

/** Replaces the questions of a template. Those that stay keep their ids, by which assessments are compared. */
export async function writeItems(
  tx: Tx,
  workspace: string,
  template: string,
  items: TemplateChange['items'],
  stored: AssessmentTemplate['items'],
): Promise<void> {
  await sql`delete from assessment_template_items where ${own} and template = ${template}`.execute(tx);
  const kept = new Set(stored.map(({ id }) => id));
  const taken = (
    await sql<{ id: string }>`select key as id from assessment_template_items where ${own}`.execute(tx)
  ).rows.concat(stored.map(({ id }) => ({ id })));
  const used = new Set<string>();
  const rows = items.map(({ id, ...item }, index) => {
    if (id !== null && (!kept.has(id) || used.has(id)))
      throw new Refusal('unprocessable', `There is no question "${id}" here; a new one has the id null.`);
    const key = id ?? freeKey(`${template} ${String(index + 1).padStart(3, '0')}`, taken);
    used.add(key);
    if (id === null) taken.push({ id: key });
    return { key, order: index + 1, ...item };
  });
  await sql`insert into assessment_template_items (workspace_id, key, template, category, question, guidance, weight,
      stack_item, answers, not_applicable, "order")
    select ${workspace}::uuid, i.key, ${template}, i.category, i.question, i.guidance, i.weight::numeric,
      i."stackItem", i.answers, i."notApplicable", i."order"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as i (key text, category text, question text, guidance text,
      weight text, "stackItem" text, answers jsonb, "notApplicable" boolean, "order" numeric)`.execute(tx);
  // JSON's null is no answers of its own
  await sql`update assessment_template_items set answers = null
    where ${own} and template = ${template} and jsonb_typeof(answers) = 'null'`.execute(tx);
}
