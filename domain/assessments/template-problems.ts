import { type AnswerChoice, answersProblem } from './answer-scale.ts';

interface CheckedItem {
  readonly question: string;
  readonly category: string;
  /** Null: the template's. */
  readonly answers: readonly AnswerChoice[] | null;
}

/** Everything that keeps a template from being taken, each a sentence that names the place. */
export function templateProblems(template: {
  readonly answers: readonly AnswerChoice[];
  readonly items: readonly CheckedItem[];
}): string[] {
  const scale = answersProblem(template.answers);
  const seen = new Set<string>();
  const items = template.items.flatMap(({ question, category, answers }) => {
    const problem = answers && answersProblem(answers);
    const asked = JSON.stringify([category, question]);
    const twice = seen.has(asked);
    seen.add(asked);
    return [
      ...(problem ? [`The answers of "${question}" ${problem}.`] : []),
      ...(twice ? [`"${question}" stands twice in "${category}"; expected each question once.`] : []),
    ];
  });
  return [...(scale ? [`The answers ${scale}.`] : []), ...items];
}
