import { sql } from 'kysely';
import type { ImportedAssessment as Presented } from '../../contract/assessment-import.ts';
import type { ImportForm } from '../../domain/assessments/import-form.ts';
import {
  type ImportedAssessment,
  type ImportProblem,
  readImport,
} from '../../domain/assessments/read-import.ts';
import { assessmentScore, keptScore } from '../../domain/assessments/score.ts';
import { toNumber } from '../../domain/money/fraction.ts';
import { audit } from '../access/audit.ts';
import { seesCompany, type Viewer } from '../access/viewer.ts';
import { newKeys } from '../platform/database/new-keys.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { readCsv } from './read-csv.ts';
import { readTemplates } from './read-templates.ts';

interface File {
  readonly file: string;
  readonly form: ImportForm;
  readonly company?: string | undefined;
  readonly template?: string | undefined;
  readonly takenOn?: string | undefined;
}

/** So many errors are told. */
const MOST = 1000;

/**
 * Brings in the assessments of a file for the companies that the viewer sees; those that are there already stay as they
 * are. Everything that is wrong with the file is refused at once, with nothing written.
 */
export async function importAssessments(
  tx: Tx,
  viewer: Viewer,
  file: File,
  dryRun: boolean,
): Promise<Presented[]> {
  const assessments = await read(tx, viewer, file);
  const there = await storedAlready(tx, assessments);
  const presented: Presented[] = [];
  for (const assessment of assessments) {
    const known = there.has(keyOf(assessment));
    const score = assessmentScore(assessment.answers);
    const { company, template, takenOn } = assessment;
    presented.push({
      company: { id: company, name: nameOf(viewer, company) },
      template,
      takenOn,
      ...score,
      score: score.score && toNumber(score.score),
      there: known,
    });
    if (!dryRun && !known) await insert(tx, viewer, assessment);
  }
  return presented;
}

async function read(tx: Tx, viewer: Viewer, given: File): Promise<readonly ImportedAssessment[]> {
  const { header, rows, problems: damage } = readCsv(given.file);
  const templates = await readTemplates(tx, viewer);
  const { assessments, problems } = readImport(header, rows, {
    form: given.form,
    defaults: {
      ...(given.company === undefined ? {} : { company: given.company }),
      ...(given.template === undefined ? {} : { template: given.template }),
      ...(given.takenOn === undefined ? {} : { takenOn: given.takenOn }),
    },
    companyOf: companyFinder(viewer),
    questionOf: (name, category, question) => {
      const template = templates.find((candidate) => candidate.name === name);
      const item = template?.items.find((it) => it.category === category && it.question === question);
      return item && template
        ? { id: item.id, answers: item.answers ?? template.answers, weight: item.weight }
        : null;
    },
  });
  const all = [...damage, ...problems];
  if (all.length > 0) throw refusal(all);
  return assessments;
}

function refusal(problems: readonly ImportProblem[]): Refusal {
  const errors = problems.slice(0, MOST).map((problem) => ({ file: 'assessments.csv', ...problem }));
  const count = problems.length === 1 ? 'One thing is' : `${problems.length} things are`;
  return new Refusal('unprocessable', `${count} wrong in the file. Nothing was written.`, {
    details: { errors, more: problems.length - errors.length },
  });
}

/** By id, or by a name that no other company has; capitals do not matter. One that is not seen is not there. */
function companyFinder(viewer: Viewer) {
  const { portfolio } = viewer.loaded;
  const byName = new Map<string, string[]>();
  for (const [id, slot] of portfolio.slots) {
    if (!seesCompany(viewer, id)) continue;
    const name = portfolio.names[slot]!.toLowerCase();
    byName.set(name, [...(byName.get(name) ?? []), id]);
  }
  return (text: string) => {
    if (text === '') return { problem: 'the name of a company' };
    if (seesCompany(viewer, text)) return { id: text };
    const [id, ...others] = byName.get(text.toLowerCase()) ?? [];
    if (id === undefined) return { problem: 'the name or id of a company that you see' };
    return others.length > 0 ? { problem: 'the id, as several companies have this name' } : { id };
  };
}

const nameOf = ({ loaded: { portfolio } }: Viewer, id: string) => portfolio.names[portfolio.slots.get(id)!]!;
const keyOf = ({
  company,
  template,
  takenOn,
}: Pick<ImportedAssessment, 'company' | 'template' | 'takenOn'>) =>
  JSON.stringify([company, template, takenOn]);

async function storedAlready(
  tx: Tx,
  assessments: readonly ImportedAssessment[],
): Promise<ReadonlySet<string>> {
  const companies = [...new Set(assessments.map(({ company }) => company))];
  const { rows } = await sql<{ company: string; template: string; takenOn: string }>`
    select company, template, taken_on as "takenOn" from assessments
    where workspace_id = (select current_workspace()) and company = any(${companies})`.execute(tx);
  return new Set(rows.map(keyOf));
}

async function insert(tx: Tx, { workspace, user }: Viewer, assessment: ImportedAssessment): Promise<void> {
  const { company, template, takenOn, answers } = assessment;
  const { score, answered, open } = assessmentScore(answers);
  const kept = score && keptScore(score);
  // a review that nobody has answered yet goes on here
  const status = answered === 0 && open > 0 ? 'in_progress' : 'finished';
  const keys = newKeys(`${company} ${template} ${takenOn}`);
  for (;;) {
    const key = keys.next().value;
    const { rows } =
      await sql`insert into assessments (workspace_id, key, company, template, taken_on, score, status, taken_by)
      values (${workspace}, ${key}, ${company}, ${template}, ${takenOn}, ${kept}, ${status}, ${user.id})
      on conflict do nothing returning key`.execute(tx);
    if (rows.length === 0) continue;
    const list = answers.map((answer, i) => ({
      ...answer,
      item: answer.item ?? `row-${String(i + 1).padStart(3, '0')}`,
      answers: answer.answers.length > 0 ? answer.answers : null,
      applicable: answer.applicable ? null : false,
      order: i + 1,
    }));
    await sql`insert into assessment_answers (workspace_id, assessment, item, company, category, question, guidance, weight,
        answers, "order", answer, points, possible, applicable, note)
      select ${workspace}::uuid, ${key}, i.item, ${company}, i.category, i.question, i.guidance, i.weight::numeric,
        case when jsonb_typeof(i.answers) = 'array' then i.answers end, i."order", i.answer, i.points::numeric,
        i.possible::numeric, i.applicable, i.note
      from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as i (item text, category text, question text, guidance text,
        weight text, answers jsonb, "order" numeric, answer text, points text, possible text, applicable boolean, note text)`.execute(
      tx,
    );
    const after = { name: `${template} of ${takenOn}`, template, takenOn, score: kept };
    await audit(tx, { workspace, actor: user.id, action: 'import assessment', company, subject: key, after });
    return;
  }
}
