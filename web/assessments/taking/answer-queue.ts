import type { AnswerChange, Assessment, AssessmentAnswer } from '../../../contract/assessments.ts';

/** An answer that was given here and is not saved yet. */
export interface Waiting {
  readonly change: AnswerChange;
  /** Of the answer that the change was made to. */
  readonly base: Pick<AssessmentAnswer, 'answer' | 'applicable' | 'note' | 'etag'>;
}

/** By question. */
export type Queue = Readonly<Record<string, Waiting>>;

/** Adds a change to what waits; several to one question are one. */
export function queued(queue: Queue, stored: AssessmentAnswer, change: AnswerChange): Queue {
  const waiting = queue[stored.item];
  const { answer, applicable, note, etag } = stored;
  const base = waiting?.base ?? { answer, applicable, note, etag };
  return { ...queue, [stored.item]: { base, change: merged(waiting?.change ?? {}, change) } };
}

/** An answer and “does not apply” take each other’s place; a note stands beside either. */
function merged(before: AnswerChange, change: AnswerChange): AnswerChange {
  if (change.answer === undefined && change.applicable === undefined) return { ...before, ...change };
  const { answer: _, applicable: __, ...rest } = before;
  return { ...rest, ...change };
}

/** An assessment as it will be once everything that waits is saved. */
export function withWaiting(assessment: Assessment, queue: Queue): Assessment {
  const answers = assessment.answers.map((answer) => {
    const waiting = queue[answer.item];
    return waiting ? changed(answer, waiting.change) : answer;
  });
  return { ...assessment, answers };
}

function changed(stored: AssessmentAnswer, { answer, applicable, note }: AnswerChange): AssessmentAnswer {
  const noted = note === undefined ? stored : { ...stored, note };
  if (applicable === false) return { ...noted, applicable, answer: null, points: null };
  if (answer === undefined) return noted;
  const points = stored.answers.find(({ label }) => label === answer)?.points ?? null;
  return { ...noted, applicable: true, answer, points };
}

/**
 * What becomes of a change when somebody else was faster with the same question: where they changed something else (a note
 * beside my answer), mine goes on top of theirs; null: they answered it themselves, and a person has to decide.
 */
export function onTop({ change, base }: Waiting, current: AssessmentAnswer): Waiting | null {
  const answers = change.answer !== undefined || change.applicable !== undefined;
  const theirs = {
    answer: current.answer !== base.answer || current.applicable !== base.applicable,
    note: current.note !== base.note,
  };
  const clash =
    (answers && theirs.answer && !isSaid(change, current)) ||
    (change.note !== undefined && theirs.note && change.note !== current.note);
  if (clash) return null;
  const { answer, applicable, note, etag } = current;
  return { change, base: { answer, applicable, note, etag } };
}

/** They said the same. */
function isSaid(change: AnswerChange, current: AssessmentAnswer): boolean {
  return change.applicable === false
    ? !current.applicable
    : change.answer === current.answer && current.applicable;
}
