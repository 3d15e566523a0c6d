import { compare, parseDecimal } from '../money/fraction.ts';
import type { Decimal } from '../portfolio/values.ts';

/** How an answer is shown: green is where the MSP wants its clients to be. Never alone, always with the answer's label. */
export const ANSWER_COLORS = ['green', 'yellow', 'orange', 'red', 'blue', 'gray'] as const;
export type AnswerColor = (typeof ANSWER_COLORS)[number];

/** One answer that can be given to a question. That the question does not apply is none of them. */
export interface AnswerChoice {
  readonly label: string;
  /** At least 0. */
  readonly points: Decimal;
  readonly color: AnswerColor;
}

/** What a template begins with. */
export const DEFAULT_ANSWERS: readonly AnswerChoice[] = [
  { label: 'Yes', points: '1', color: 'green' },
  { label: 'Partly', points: '0.5', color: 'yellow' },
  { label: 'No', points: '0', color: 'red' },
];

/** The most points that an answer gives: what is possible. No answers: 0. */
export function possibleOf(answers: readonly AnswerChoice[]): Decimal {
  return answers.reduce<Decimal>(
    (most, { points }) => (compare(parseDecimal(points), parseDecimal(most)) > 0 ? points : most),
    '0',
  );
}

/** Why these cannot be the answers to a question, in words that complete "The answers …"; null: they can. */
export function answersProblem(answers: readonly AnswerChoice[]): string | null {
  if (answers.length < 2) return 'are too few; expected at least two';
  if (answers.length > 9) return 'are too many; expected at most nine, so that each has a digit';
  const labels = new Set<string>();
  for (const { label } of answers) {
    if (labels.has(label)) return `have "${label}" twice; expected each once`;
    labels.add(label);
  }
  if (possibleOf(answers) === '0') return 'all give 0 points; expected one that gives more';
  return null;
}

/** Whether an answer falls short of what is possible by at least half: worth a recommendation. */
export function isWeak(points: Decimal | null, possible: Decimal): boolean {
  if (points === null) return false;
  const [got, most] = [parseDecimal(points), parseDecimal(possible)];
  return most.n > 0n && compare({ n: got.n * 2n, d: got.d }, most) <= 0;
}
