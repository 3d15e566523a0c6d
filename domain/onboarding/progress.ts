import type { Day } from '../portfolio/values.ts';
import { SIDES, type Side } from './sides.ts';

/**
 * "How far is this onboarding?" Tasks that are done out of all, ours and the client's; how many are overdue, which is not done
 * and due before today; how many of those that are required are still open; and what is due next. Every task weighs the same.
 */

/** What is known of a task. */
export interface TaskState {
  readonly side: Side;
  readonly required: boolean;
  readonly dueDate: Day | null;
  readonly done: boolean;
}

export interface TaskCount {
  readonly done: number;
  readonly all: number;
  readonly overdue: number;
}

export interface OnboardingProgress extends TaskCount {
  /** Whole percent, rounded down: 100 only once everything is done. Null: there is no task. */
  readonly percent: number | null;
  readonly sides: Readonly<Record<Side, TaskCount>>;
  /** Required tasks, of both sides. */
  readonly required: { readonly done: number; readonly all: number };
  /** The earliest day on which an open task is due, overdue ones included; null: none has a day. */
  readonly nextDue: Day | null;
}

export function onboardingProgress(tasks: readonly TaskState[], asOf: Day): OnboardingProgress {
  const total = count(tasks, asOf);
  const required = count(
    tasks.filter((task) => task.required),
    asOf,
  );
  const due = tasks.flatMap(({ done, dueDate }) => (done || dueDate === null ? [] : [dueDate])).sort();
  return {
    ...total,
    percent: total.all === 0 ? null : Math.floor((100 * total.done) / total.all),
    sides: Object.fromEntries(
      SIDES.map((side) => [
        side,
        count(
          tasks.filter((task) => task.side === side),
          asOf,
        ),
      ]),
    ) as Record<Side, TaskCount>,
    required: { done: required.done, all: required.all },
    nextDue: due[0] ?? null,
  };
}

/** Not done, and due before today: on its day a task is in time. */
export function isOverdue({ done, dueDate }: Pick<TaskState, 'done' | 'dueDate'>, asOf: Day): boolean {
  return !done && dueDate !== null && dueDate < asOf;
}

function count(tasks: readonly TaskState[], asOf: Day): TaskCount {
  return {
    done: tasks.filter(({ done }) => done).length,
    all: tasks.length,
    overdue: tasks.filter((task) => isOverdue(task, asOf)).length,
  };
}
