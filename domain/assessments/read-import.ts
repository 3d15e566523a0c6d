import { isDay } from '../calendar/is-day.ts';
import { compare, parseDecimal } from '../money/fraction.ts';
import type { Day, Decimal } from '../portfolio/values.ts';
import type { AnswerChoice } from './answer-scale.ts';
import { type ImportField, type ImportForm, importFields, importName } from './import-form.ts';

/** A row of the file; line and columns count from 1. */
export interface ImportRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface ImportProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A question with its answer, as the file has it. */
export interface ImportedAnswer {
  readonly category: string;
  readonly question: string;
  readonly guidance: string | null;
  readonly weight: Decimal;
  /** What could be answered, as far as that is known. */
  readonly answers: readonly AnswerChoice[];
  readonly answer: string | null;
  readonly points: Decimal | null;
  readonly possible: Decimal;
  readonly applicable: boolean;
  readonly note: string | null;
  /** Of the same question in the workspace's template; null: it has none. */
  readonly item: string | null;
}

export interface ImportedAssessment {
  readonly company: string;
  readonly template: string;
  readonly takenOn: Day;
  /** Where it begins in the file. */
  readonly line: number;
  readonly answers: readonly ImportedAnswer[];
}

/** A question that the workspace's template of that name has. */
export interface KnownQuestion {
  readonly id: string;
  readonly answers: readonly AnswerChoice[];
  readonly weight: Decimal;
}

export interface ImportContext {
  readonly form: ImportForm;
  /** For a file without that column, or an empty cell of it. */
  readonly defaults: { readonly company?: string; readonly template?: string; readonly takenOn?: Day };
  /** The id of a company by its id or name, or why there is none, in words. */
  readonly companyOf: (text: string) => { readonly id: string } | { readonly problem: string };
  readonly questionOf: (template: string, category: string, question: string) => KnownQuestion | null;
}

/**
 * Reads a file of answers, one question a row, into assessments: one for each company, template and day. Column names and
 * their order may differ, values may not: everything that is wrong is said with its line and column, and then nothing counts.
 */
export function readImport(
  header: ImportRow,
  rows: readonly ImportRow[],
  context: ImportContext,
): { readonly assessments: readonly ImportedAssessment[]; readonly problems: readonly ImportProblem[] } {
  const fields = importFields(context.form, header.cells);
  const problems = headerProblems(header, fields, context);
  if (problems.length > 0) return { assessments: [], problems };
  const found = new Map<string, ImportedAssessment & { answers: ImportedAnswer[] }>();
  const asked = new Map<string, number>();
  for (const row of rows) {
    const read = readRow(row, fields, context, problems);
    if (!read) continue;
    const { company, template, takenOn, answer } = read;
    const key = JSON.stringify([company, template, takenOn]);
    const once = JSON.stringify([key, answer.category, answer.question]);
    const earlier = asked.get(once);
    if (earlier !== undefined) {
      const column = fields.indexOf('question') + 1;
      problems.push({
        line: row.line,
        column,
        message: `the question stands in line ${earlier} already; expected it once`,
      });
      continue;
    }
    asked.set(once, row.line);
    const assessment = found.get(key) ?? { company, template, takenOn, line: row.line, answers: [] };
    found.set(key, assessment);
    assessment.answers.push(answer);
  }
  if (rows.length === 0)
    problems.push({ line: 1, column: 1, message: 'the file has no rows; expected one for each question' });
  return { assessments: problems.length > 0 ? [] : [...found.values()], problems };
}

function headerProblems(
  header: ImportRow,
  fields: readonly (ImportField | null)[],
  { form, defaults }: ImportContext,
): ImportProblem[] {
  const problems: ImportProblem[] = [];
  const at = (column: number, message: string) => problems.push({ line: header.line, column, message });
  fields.forEach((field, i) => {
    if (form === 'quarterdeck' && field === null)
      at(i + 1, `the column "${header.cells[i]}" is not known; expected one of those that are documented`);
    if (field !== null && fields.indexOf(field) < i && form === 'quarterdeck')
      at(i + 1, `the column ${importName(form, field)} stands more than once; expected it once`);
  });
  const needed: ImportField[] = ['company', 'template', 'takenOn'];
  for (const field of needed)
    if (!fields.includes(field) && defaults[field as keyof typeof defaults] === undefined)
      at(
        1,
        `the column ${importName(form, field)} is missing; expected it in the header, or chosen beside the file`,
      );
  if (!fields.includes('question'))
    at(1, `the column ${importName(form, 'question')} is missing; expected it in the header`);
  if (!fields.includes('answer') && !fields.includes('engineerAnswer'))
    at(1, `the column ${importName(form, 'answer')} is missing; expected it in the header`);
  return problems;
}

interface ReadRow {
  readonly company: string;
  readonly template: string;
  readonly takenOn: Day;
  readonly answer: ImportedAnswer;
}

function readRow(
  row: ImportRow,
  fields: readonly (ImportField | null)[],
  context: ImportContext,
  problems: ImportProblem[],
): ReadRow | null {
  const before = problems.length;
  const of = (field: ImportField) => (row.cells[fields.indexOf(field)] ?? '').trim();
  const wrong = (field: ImportField, expected: string) => {
    const [text, column] = [of(field), fields.indexOf(field) + 1 || 1];
    const said = text === '' ? 'is empty' : `is "${text.length > 60 ? `${text.slice(0, 59)}…` : text}"`;
    problems.push({
      line: row.line,
      column,
      message: `${importName(context.form, field)} ${said}; expected ${expected}`,
    });
  };
  const { defaults } = context;
  const company =
    of('company') === '' && defaults.company !== undefined
      ? { id: defaults.company }
      : context.companyOf(of('company'));
  if ('problem' in company) wrong('company', company.problem);
  const template = of('template') || defaults.template;
  if (template === undefined) wrong('template', 'the name of a template');
  const takenOn = of('takenOn') === '' ? defaults.takenOn : dayOf(of('takenOn'), context.form);
  if (takenOn === undefined)
    wrong(
      'takenOn',
      context.form === 'myitprocess'
        ? 'a date such as 2026-11-30 or 11/30/2026'
        : 'a date such as 2026-11-30',
    );
  const question = of('question');
  if (question === '') wrong('question', 'the words of the question');
  const category = [of('section'), of('category')].filter((it) => it !== '').join(' › ') || 'General';
  const known = template === undefined ? null : context.questionOf(template, category, question);
  const given = context.form === 'myitprocess' ? myItProcessAnswer(of, wrong) : ownAnswer(of, wrong, known);
  if (
    problems.length > before ||
    !given ||
    'problem' in company ||
    template === undefined ||
    takenOn === undefined
  )
    return null;
  const note = [of('note'), of('engineerNote')].filter((it) => it !== '').join('\n\n');
  return {
    company: company.id,
    template,
    takenOn,
    answer: {
      category,
      question,
      guidance: of('guidance') || null,
      note: note || null,
      item: known?.id ?? null,
      ...given,
    },
  };
}

type Of = (field: ImportField) => string;
type Wrong = (field: ImportField, expected: string) => void;
type Given = Pick<ImportedAnswer, 'weight' | 'answers' | 'answer' | 'points' | 'possible' | 'applicable'>;

const NOT_APPLICABLE = new Set(['n/a', 'na', 'n.a.', 'not applicable']);
const DECIMAL = /^\d{1,20}(\.\d{1,20})?$/;
const decimal = 'a number such as 7.5, of at least 0';

function ownAnswer(of: Of, wrong: Wrong, known: KnownQuestion | null): Given | null {
  for (const field of ['points', 'possible', 'weight'] as const)
    if (of(field) !== '' && !DECIMAL.test(of(field))) {
      wrong(field, decimal);
      return null;
    }
  const weight = of('weight') || (known?.weight ?? '1');
  const answers = known?.answers ?? [];
  const text = of('answer');
  const most = answers.reduce(
    (best, { points }) => (compare(parseDecimal(points), parseDecimal(best)) > 0 ? points : best),
    '0',
  );
  const possible = of('possible') || (answers.length > 0 ? most : '1');
  const rest = { weight, answers, possible };
  if (NOT_APPLICABLE.has(text.toLowerCase())) {
    if (of('points') !== '') wrong('points', 'none where the answer is “not applicable”');
    return { ...rest, answer: null, points: null, applicable: false };
  }
  const choice = answers.find(({ label }) => label.toLowerCase() === text.toLowerCase());
  const points = of('points') || choice?.points || null;
  if (text !== '' && points === null) {
    wrong(
      'points',
      choice === undefined && answers.length > 0
        ? `points, as the template knows only ${answers.map(({ label }) => label).join(', ')}`
        : 'the points that the answer gives',
    );
    return null;
  }
  if (points !== null && compare(parseDecimal(points), parseDecimal(possible)) > 0) {
    wrong('points', `at most ${possible}, what is possible`);
    return null;
  }
  return { ...rest, answer: choice?.label ?? (text || null), points, applicable: true };
}

const MYITPROCESS_ANSWERS: readonly AnswerChoice[] = [
  { label: 'Aligned', points: '1', color: 'green' },
  { label: 'Vulnerable', points: '0.5', color: 'yellow' },
  { label: 'Highly vulnerable', points: '0', color: 'red' },
];
const PRIORITIES: Readonly<Record<string, Decimal>> = { high: '5', medium: '3', low: '1' };
const VCIO: Readonly<Record<string, number>> = {
  aligned: 0,
  'aligned with best practice': 0,
  'aligned with best practices': 0,
  vulnerable: 1,
  'highly vulnerable': 2,
};
const ENGINEER: Readonly<Record<string, number>> = { yes: 0, no: 2 };

/** The vCIO's answer counts; where there is none, the engineer's: yes is aligned, no is highly vulnerable. The priority is the weight. */
function myItProcessAnswer(of: Of, wrong: Wrong): Given | null {
  const priority = of('priority') === '' ? '1' : PRIORITIES[of('priority').toLowerCase()];
  if (priority === undefined) wrong('priority', 'High, Medium or Low');
  const field = of('answer') === '' ? 'engineerAnswer' : 'answer';
  const text = of(field).toLowerCase();
  const rest = { weight: priority ?? '1', answers: MYITPROCESS_ANSWERS, possible: '1' };
  if (text === '') return { ...rest, answer: null, points: null, applicable: true };
  if (NOT_APPLICABLE.has(text)) return { ...rest, answer: null, points: null, applicable: false };
  const index = (field === 'answer' ? VCIO : ENGINEER)[text];
  const choice = index === undefined ? undefined : MYITPROCESS_ANSWERS[index];
  if (!choice) {
    wrong(field, field === 'answer' ? 'Aligned, Vulnerable, Highly Vulnerable or N/A' : 'Yes, No or N/A');
    return null;
  }
  return { ...rest, answer: choice.label, points: choice.points, applicable: true };
}

/** A day as the form writes it; what comes after the day (a time) is left off in myITprocess's. */
function dayOf(text: string, form: ImportForm): Day | undefined {
  if (form === 'quarterdeck') return isDay(text) ? text : undefined;
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:[ ,].*)?$/.exec(text) ?? [];
  const iso = year ? `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` : text.slice(0, 10);
  return isDay(iso) && (year || /^.{10}(?:[T ].*)?$/.test(text)) ? iso : undefined;
}
