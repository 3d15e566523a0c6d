import { sql } from 'kysely';
import type { AssessmentTemplate, TemplateChange } from '../../contract/assessment-templates.ts';
import { audit } from '../access/audit.ts';
import type { Viewer } from '../access/viewer.ts';
import { newKeys } from '../platform/database/new-keys.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { readTemplate } from './read-templates.ts';
import { lockTemplates, requireSound, writeItems } from './write-template.ts';

/** Adds an assessment template with its questions. */
export async function createTemplate(
  tx: Tx,
  viewer: Viewer,
  template: TemplateChange,
): Promise<AssessmentTemplate> {
  const { workspace, user } = viewer;
  await lockTemplates(tx);
  await requireSound(tx, viewer, template, null);
  const key = await insertTemplate(tx, workspace, template);
  await writeItems(tx, workspace, key, template.items, []);
  const { name, description } = template;
  const after = { name, description, questionsAdded: template.items.map(({ question }) => question) };
  await audit(tx, { workspace, actor: user.id, action: 'create assessment template', subject: key, after });
  return readTemplate(tx, viewer, key);
}

async function insertTemplate(tx: Tx, workspace: string, template: TemplateChange): Promise<string> {
  const { name, description, answers, retired } = template;
  const keys = newKeys(name);
  for (;;) {
    const key = keys.next().value;
    const { rows } =
      await sql`insert into assessment_templates (workspace_id, key, name, description, answers, retired)
      values (${workspace}, ${key}, ${name}, ${description}, ${JSON.stringify(answers)}::jsonb, ${retired || null})
      on conflict do nothing returning key`.execute(tx);
    if (rows.length > 0) return key;
  }
}
