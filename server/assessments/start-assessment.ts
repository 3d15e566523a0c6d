import { sql } from 'kysely';
import type { AssessmentTemplate } from '../../contract/assessment-templates.ts';
import type { Assessment } from '../../contract/assessments.ts';
import { possibleOf } from '../../domain/assessments/answer-scale.ts';
import { audit } from '../access/audit.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import { newKeys } from '../platform/database/new-keys.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { readAssessment } from './read-assessments.ts';
import { readTemplate } from './read-templates.ts';

/** Begins an assessment of a company, with its own copy of the questions. Refuses a template that is retired or asks nothing. */
export async function startAssessment(
  tx: Tx,
  viewer: Viewer,
  company: string,
  { template: id, takenOn }: { readonly template: string; readonly takenOn?: string | undefined },
): Promise<Assessment> {
  const { workspace, user, loaded } = viewer;
  await lockCompany(tx, company);
  const template = await readTemplate(tx, viewer, id);
  requireTakeable(template);
  const day = takenOn ?? loaded.asOf;
  const keys = newKeys(`${company} ${template.name} ${day}`);
  for (;;) {
    const key = keys.next().value;
    const { rows } =
      await sql`insert into assessments (workspace_id, key, company, template, taken_on, status, taken_by)
      values (${workspace}, ${key}, ${company}, ${template.name}, ${day}, 'in_progress', ${user.id})
      on conflict do nothing returning key`.execute(tx);
    if (rows.length === 0) continue;
    await copyQuestions(tx, workspace, company, key, template);
    await audit(tx, {
      workspace,
      actor: user.id,
      action: 'start assessment',
      company,
      subject: key,
      after: { template: template.name, takenOn: day },
    });
    return readAssessment(tx, viewer, company, key);
  }
}

function requireTakeable({ name, retired, items }: AssessmentTemplate): void {
  if (retired) throw new Refusal('unprocessable', `"${name}" is retired; choose another template.`);
  if (items.length === 0) throw new Refusal('unprocessable', `"${name}" has no questions yet.`);
}

async function copyQuestions(
  tx: Tx,
  workspace: string,
  company: string,
  assessment: string,
  template: AssessmentTemplate,
): Promise<void> {
  const rows = template.items.map((item, index) => {
    const answers = item.answers ?? template.answers;
    return {
      ...item,
      stackItem: item.stackItem?.id ?? null,
      answers,
      possible: possibleOf(answers),
      order: index + 1,
    };
  });
  await sql`insert into assessment_answers (workspace_id, assessment, item, company, category, question, guidance, weight,
      stack_item, answers, not_applicable, "order", possible)
    select ${workspace}::uuid, ${assessment}, i.id, ${company}, i.category, i.question, i.guidance, i.weight::numeric,
      i."stackItem", i.answers, i."notApplicable", i."order", i.possible::numeric
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as i (id text, category text, question text, guidance text,
      weight text, "stackItem" text, answers jsonb, "notApplicable" boolean, "order" numeric, possible text)`.execute(
    tx,
  );
}
