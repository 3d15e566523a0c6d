import { compare, divide, parseDecimal } from '../money/fraction.ts';
import type { Decimal } from '../portfolio/values.ts';

/** An answer as far as a comparison looks at it. */
export interface ComparedAnswer {
  readonly item: string;
  readonly category: string;
  readonly question: string;
  readonly answer: string | null;
  readonly points: Decimal | null;
  readonly possible: Decimal;
  readonly applicable: boolean;
}

/** What became of a question from one assessment to a later one. `changed`: another answer that is worth the same, or that began or ceased to count. */
export type Movement = 'better' | 'worse' | 'changed' | 'same' | 'new' | 'gone';

export interface ComparedItem<Answer extends ComparedAnswer> {
  readonly movement: Movement;
  /** Null: it was not asked. */
  readonly before: Answer | null;
  readonly after: Answer | null;
}

/**
 * Two assessments question by question: what got better, what got worse. A question is the same where it has the same id,
 * or else the same words in the same category. In the order of the later one, then what is no longer asked.
 */
export function compareAssessments<Answer extends ComparedAnswer>(
  before: readonly Answer[],
  after: readonly Answer[],
): ComparedItem<Answer>[] {
  const left = new Set(before);
  const byItem = new Map(before.map((answer) => [answer.item, answer]));
  const byWords = new Map(before.map((answer) => [wordsOf(answer), answer]));
  const take = (answer: Answer): Answer | null => {
    const found = [byItem.get(answer.item), byWords.get(wordsOf(answer))].find((it) => it && left.has(it));
    if (found) left.delete(found);
    return found ?? null;
  };
  const asked = after.map((answer): ComparedItem<Answer> => {
    const earlier = take(answer);
    return { movement: earlier ? movementOf(earlier, answer) : 'new', before: earlier, after: answer };
  });
  return [
    ...asked,
    ...[...left].map((answer) => ({ movement: 'gone' as const, before: answer, after: null })),
  ];
}

function wordsOf({ category, question }: ComparedAnswer): string {
  return JSON.stringify([category, question]);
}

function movementOf(before: ComparedAnswer, after: ComparedAnswer): Movement {
  const [from, to] = [shareOf(before), shareOf(after)];
  if (from && to) {
    const difference = compare(to, from);
    if (difference !== 0) return difference > 0 ? 'better' : 'worse';
  }
  const same =
    (from === null) === (to === null) &&
    before.applicable === after.applicable &&
    before.answer === after.answer;
  return same ? 'same' : 'changed';
}

/** Of what was possible; null: it counts for nothing. */
function shareOf({ points, possible, applicable }: ComparedAnswer) {
  if (!applicable || points === null) return null;
  const most = parseDecimal(possible);
  return most.n === 0n ? null : divide(parseDecimal(points), most);
}
