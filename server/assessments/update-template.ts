import { sql } from 'kysely';
import type { AssessmentTemplate, TemplateChange } from '../../contract/assessment-templates.ts';
import { audit } from '../access/audit.ts';
import { requireUnchangedBy } from '../access/require-unchanged.ts';
import type { Viewer } from '../access/viewer.ts';
import { changedFields } from '../platform/database/changed-fields.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { readTemplate } from './read-templates.ts';
import { lockTemplates, requireSound, writeItems } from './write-template.ts';

/** The recorded changes of a template. */
export const templateActions = ['create assessment template', 'update assessment template'];

/**
 * Brings a template to what it is to be. What was taken has its own copy and stays; another name is taken over by the
 * assessments and metrics that name it, so that no figure changes. The transaction must see every company.
 */
export async function updateTemplate(
  tx: Tx,
  viewer: Viewer,
  id: string,
  change: TemplateChange,
  ifMatch: string | undefined,
): Promise<AssessmentTemplate> {
  const { workspace, user } = viewer;
  await lockTemplates(tx);
  const stored = await readTemplate(tx, viewer, id);
  await requireUnchangedBy(tx, viewer, ifMatch, stored, {
    company: null,
    actions: templateActions,
    subject: id,
  });
  await requireSound(tx, viewer, change, id);
  const { items, ...fields } = change;
  const changed = changedFields(stored, fields);
  const questions = changedQuestions(stored.items, items);
  if (!changed && !questions) return stored;
  await sql`update assessment_templates set name = ${fields.name}, description = ${fields.description},
      answers = ${JSON.stringify(fields.answers)}::jsonb, retired = ${fields.retired || null}
    where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  if (questions) await writeItems(tx, workspace, id, items, stored.items);
  if (fields.name !== stored.name) await carryName(tx, workspace, stored.name, fields.name);
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'update assessment template',
    subject: id,
    before: { ...changed?.before },
    after: { ...changed?.after, ...questions },
  });
  return readTemplate(tx, viewer, id);
}

/** What becomes of the questions, in their own words; null: nothing, not even their order. */
function changedQuestions(stored: AssessmentTemplate['items'], wanted: TemplateChange['items']) {
  const before = stored.map(({ stackItem, ...item }) => ({ ...item, stackItem: stackItem?.id ?? null }));
  const same = before.length === wanted.length && before.every((item, i) => !changedFields(item, wanted[i]!));
  if (same) return null;
  const byId = new Map(before.map((item) => [item.id, item]));
  const named = (list: readonly { question: string }[], name: string) =>
    list.length > 0 ? { [name]: list.map(({ question }) => question) } : {};
  return {
    ...named(
      wanted.filter(({ id }) => id === null),
      'questionsAdded',
    ),
    ...named(
      before.filter((item) => !wanted.some(({ id }) => id === item.id)),
      'questionsRemoved',
    ),
    ...named(
      wanted.filter(
        (item) => item.id !== null && byId.has(item.id) && changedFields(byId.get(item.id)!, item),
      ),
      'questionsChanged',
    ),
  };
}

async function carryName(tx: Tx, workspace: string, from: string, to: string): Promise<void> {
  await sql`update assessments set template = ${to} where workspace_id = ${workspace} and template = ${from}`.execute(
    tx,
  );
  for (const table of ['health_metrics', 'effort_metrics'])
    await sql`update ${sql.table(table)} set fact = ${to}
      where workspace_id = ${workspace} and kind = 'assessment' and fact = ${from}`.execute(tx);
}
