import { sql } from 'kysely';
import { audit } from '../access/audit.ts';
import { requireUnchangedBy } from '../access/require-unchanged.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { readTemplate } from './read-templates.ts';
import { templateActions } from './update-template.ts';
import { lockTemplates } from './write-template.ts';

/** Deletes a template that no assessment and no metric names (409 otherwise). The transaction must see every company. */
export async function deleteTemplate(
  tx: Tx,
  viewer: Viewer,
  id: string,
  ifMatch: string | undefined,
): Promise<void> {
  const { workspace, user } = viewer;
  await lockTemplates(tx);
  const template = await readTemplate(tx, viewer, id);
  await requireUnchangedBy(tx, viewer, ifMatch, template, {
    company: null,
    actions: templateActions,
    subject: id,
  });
  const { rows } = await sql<{ by: string }>`
    select 'assessments' as by where exists (select from assessments
      where workspace_id = ${workspace} and template = ${template.name})
    union all select 'metrics' where exists (select from health_metrics
      where workspace_id = ${workspace} and kind = 'assessment' and fact = ${template.name})
      or exists (select from effort_metrics
      where workspace_id = ${workspace} and kind = 'assessment' and fact = ${template.name})`.execute(tx);
  if (rows.length > 0) {
    const by = rows.map((row) => row.by).join(' and ');
    throw new Refusal('conflict', `"${template.name}" is used by ${by}. Retire it instead.`);
  }
  await sql`delete from assessment_templates where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  const before = {
    name: template.name,
    description: template.description,
    questions: template.items.map(({ question }) => question),
  };
  await audit(tx, { workspace, actor: user.id, action: 'delete assessment template', subject: id, before });
}
