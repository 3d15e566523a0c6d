import { daysBetween } from '../calendar/day.ts';
import { daysPastTarget } from '../goals/goal.ts';
import type { Day } from '../portfolio/values.ts';
import { ownerOf } from './owner.ts';
import type { Situation, SituationGoal } from './situation.ts';
import { daysInWords, type WorkItem } from './work-item.ts';

/** So many days before its day one looks at a goal again. */
const AHEAD = 7;

/** A goal that was agreed with a client is reached by its day, or gets another: open ones that are late or due within a week. */
export function goalItems(company: Situation, asOf: Day): WorkItem[] {
  if (company.stage === 'offboarded') return [];
  return company.goals
    .filter(({ targetDate }) => daysBetween(asOf, targetDate) <= AHEAD)
    .map((goal) => ({
      id: `goal:${goal.id}`,
      kind: 'goal',
      company: company.id,
      thing: goal.id,
      title: `Goal: ${goal.title}`,
      why: whyOf(goal, asOf),
      due: goal.targetDate,
      cause: goal.targetDate,
      owner: ownerOf(goal.owner, company),
      mrr: null,
    }));
}

function whyOf({ targetDate, status, progress }: SituationGoal, asOf: Day): string {
  const late = daysPastTarget({ targetDate, status, progress }, asOf);
  const stands = progress === null ? '' : `, and is at ${progress} %`;
  return late > 0
    ? `It was to be reached by ${targetDate}, ${daysInWords(late)} ago${stands}`
    : `It is to be reached by ${targetDate}${stands}`;
}
