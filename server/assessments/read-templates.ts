import { sql } from 'kysely';
import type { AssessmentTemplate, TemplateItem } from '../../contract/assessment-templates.ts';
import { DEFAULT_ANSWERS } from '../../domain/assessments/answer-scale.ts';
import { compareText } from '../../domain/text/compare.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import { stackItemNamed } from './stack-item-named.ts';

/** Where a question stands that has no category. */
export const NO_CATEGORY = 'General';

const own = sql`workspace_id = (select current_workspace())`;

interface ItemRow extends Omit<TemplateItem, 'stackItem'> {
  readonly template: string;
  readonly stackItem: string | null;
}

/** Every assessment template by name then id; `taken` counts what the viewer sees. */
export async function readTemplates(
  tx: Tx,
  { loaded, scope }: Pick<Viewer, 'loaded' | 'scope'>,
): Promise<AssessmentTemplate[]> {
  const { rows: templates } = await sql<Omit<AssessmentTemplate, 'items' | 'taken'>>`
    select key as id, name, description, coalesce(answers, ${JSON.stringify(DEFAULT_ANSWERS)}::jsonb) as answers,
      coalesce(retired, false) as retired,
      '"' || md5(t::text || coalesce((select string_agg(i::text, '' order by i.key collate "C")
        from assessment_template_items i where i.workspace_id = t.workspace_id and i.template = t.key), '')) || '"' as etag
    from assessment_templates t where ${own}`.execute(tx);
  const { rows: items } = await sql<ItemRow>`
    select key as id, template, coalesce(category, ${NO_CATEGORY}) as category, question, guidance,
      coalesce(weight, 1)::text as weight, stack_item as "stackItem", answers,
      coalesce(not_applicable, true) as "notApplicable"
    from assessment_template_items where ${own} order by "order" nulls last, key collate "C"`.execute(tx);
  const { rows: counts } = await sql<{ template: string; taken: number }>`
    select template, count(*)::int as taken from assessments
    where ${own} and (${scope.all} or company = any(${scope.all ? [] : [...scope.ids]})) group by template`.execute(
    tx,
  );
  return templates
    .map((template) => ({
      ...template,
      items: items
        .filter((item) => item.template === template.id)
        .map(({ template: _, ...item }) => ({ ...item, stackItem: stackItemNamed(loaded, item.stackItem) })),
      taken: counts.find((count) => count.template === template.name)?.taken ?? 0,
    }))
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
}

export async function readTemplate(
  tx: Tx,
  viewer: Pick<Viewer, 'loaded' | 'scope'>,
  id: string,
): Promise<AssessmentTemplate> {
  const template = (await readTemplates(tx, viewer)).find((candidate) => candidate.id === id);
  if (!template) throw notFound('assessment template', id);
  return template;
}
