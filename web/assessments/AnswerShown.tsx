import type { AssessmentAnswer } from '../../contract/assessments.ts';
import { AnswerMark } from './AnswerMark.tsx';
import classes from './assessments.module.css';

type Shown = Pick<AssessmentAnswer, 'answer' | 'points' | 'possible' | 'applicable' | 'answers'>;

/** What was answered, in words with its mark. */
export function AnswerShown({ answer }: { readonly answer: Shown }) {
  const { label, color } = shown(answer);
  return (
    <span className={classes.answerShown}>
      <AnswerMark color={color} size={14} />
      {label}
    </span>
  );
}

function shown({ answer, points, possible, applicable, answers }: Shown) {
  if (!applicable) return { label: 'Not applicable', color: 'gray' } as const;
  if (points === null) return { label: 'Not answered', color: 'blue' } as const;
  const choice = answers.find(({ label }) => label === answer);
  const label = answer ?? `${points} of ${possible} points`;
  // one that was brought in has no colour of its own
  const color = Number(points) >= Number(possible) ? 'green' : Number(points) > 0 ? 'yellow' : 'red';
  return { label, color: choice?.color ?? color } as const;
}
