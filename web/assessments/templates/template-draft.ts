import type { AssessmentTemplate, TemplateChange } from '../../../contract/assessment-templates.ts';
import { type AnswerChoice, DEFAULT_ANSWERS } from '../../../domain/assessments/answer-scale.ts';
import type { StarterTemplate } from '../../../domain/assessments/starter-template.ts';
import { templateProblems } from '../../../domain/assessments/template-problems.ts';

/** A question while it is edited; `key` tells it apart before it has an id. */
export interface DraftItem extends Omit<TemplateChange['items'][number], 'answers' | 'category'> {
  readonly key: string;
  readonly answers: readonly AnswerChoice[] | null;
}

/** Its questions, in their order, stand in categories, in theirs. */
export interface DraftCategory {
  readonly key: string;
  readonly name: string;
  readonly items: readonly DraftItem[];
}

export interface TemplateDraft extends Omit<TemplateChange, 'items' | 'answers'> {
  readonly answers: readonly AnswerChoice[];
  readonly categories: readonly DraftCategory[];
}

let made = 0;
const newKey = () => {
  made += 1;
  return `new ${made}`;
};

export function newItem(): DraftItem {
  return {
    key: newKey(),
    id: null,
    question: '',
    guidance: null,
    weight: '1',
    stackItem: null,
    answers: null,
    notApplicable: true,
  };
}

export function newCategory(name = ''): DraftCategory {
  return { key: newKey(), name, items: [newItem()] };
}

/** A copy of a question, to be changed. */
export function copyOf(item: DraftItem): DraftItem {
  return { ...item, key: newKey(), id: null, question: `${item.question} (copy)` };
}

/** The questions of one category stand together, whatever stood between them. */
export function draftOf({ name, description, answers, retired, items }: AssessmentTemplate): TemplateDraft {
  const categories = new Map<string, DraftItem[]>();
  for (const { category, stackItem, ...item } of items) {
    const own = categories.get(category) ?? [];
    categories.set(category, own);
    own.push({ ...item, key: item.id, stackItem: stackItem?.id ?? null });
  }
  return {
    name,
    description,
    answers,
    retired,
    categories: [...categories].map(([category, own]) => ({ key: category, name: category, items: own })),
  };
}

export function changeOf({ categories, answers, ...draft }: TemplateDraft): TemplateChange {
  return {
    ...draft,
    name: draft.name.trim(),
    answers: trimmed(answers),
    items: categories.flatMap(({ name, items }) =>
      items.map(({ key: _, ...item }) => ({
        ...item,
        category: name.trim(),
        question: item.question.trim(),
        guidance: item.guidance?.trim() || null,
        answers: item.answers && trimmed(item.answers),
      })),
    ),
  };
}

const trimmed = (answers: readonly AnswerChoice[]) =>
  answers.map(({ label, ...rest }) => ({ ...rest, label: label.trim() }));

/** A template to begin from, as the server takes it. */
export function changeOfStarter({ name, description, categories }: StarterTemplate): TemplateChange {
  return {
    name,
    description,
    answers: [...DEFAULT_ANSWERS],
    retired: false,
    items: categories.flatMap(([category, questions]) =>
      questions.map(([question, guidance, weight]) => ({
        ...{ id: null, category, question, guidance, weight },
        ...{ stackItem: null, answers: null, notApplicable: true },
      })),
    ),
  };
}

export const BLANK: Omit<TemplateChange, 'name'> = {
  description: null,
  answers: [...DEFAULT_ANSWERS],
  retired: false,
  items: [],
};

/** Everything that is still to be completed, each a sentence. */
export function problemsOf(draft: TemplateDraft): string[] {
  const change = changeOf(draft);
  const every = [change.answers, ...change.items.flatMap(({ answers }) => (answers ? [answers] : []))].flat();
  const names = draft.categories.map(({ name }) => name.trim());
  return [
    ...(change.name === '' ? ['The template needs a name.'] : []),
    ...(names.includes('') ? ['A category needs a name.'] : []),
    ...(new Set(names).size < names.length ? ['Two categories have the same name.'] : []),
    ...(change.items.some(({ question }) => question === '') ? ['A question needs its words.'] : []),
    ...(change.items.some(({ weight }) => !isNumber(weight)) ? ['A weight is no number of at least 0.'] : []),
    ...(every.some(({ label, points }) => label === '' || !isNumber(points))
      ? ['An answer needs a label and points.']
      : templateProblems(change)),
  ];
}

const isNumber = (text: string) => /^\d{1,20}(\.\d{1,20})?$/.test(text);
