import { daysBetween } from '../calendar/day.ts';
import type { Day } from '../portfolio/values.ts';
import { ownerOf } from './owner.ts';
import type { Situation, SituationActionItem } from './situation.ts';
import { daysInWords, type WorkItem } from './work-item.ts';

/** So many days ahead one looks. */
const AHEAD = 30;

/**
 * What was promised at a meeting is kept: open action items that are late or due within a month, by whoever promised. What
 * somebody of the client promised is to be asked for by who looks after the client.
 */
export function actionItemItems(company: Situation, asOf: Day): WorkItem[] {
  return company.actionItems
    .filter(({ dueDate }) => daysBetween(asOf, dueDate) <= AHEAD)
    .map((item) => ({
      id: `action_item:${item.id}`,
      kind: 'action_item',
      company: company.id,
      thing: item.id,
      title: item.title,
      why: whyOf(item, asOf),
      due: item.dueDate,
      cause: item.dueDate,
      owner: ownerOf(item.owner, company),
      mrr: null,
    }));
}

function whyOf({ owner, ownerName, meeting, dueDate }: SituationActionItem, asOf: Day): string {
  const who = owner === null && ownerName !== null ? `Promised by ${ownerName} (client)` : 'Promised';
  const late = daysBetween(dueDate, asOf);
  const when = late > 0 ? `${daysInWords(late)} late` : `due ${late === 0 ? 'today' : `on ${dueDate}`}`;
  return `${who} at the ${meeting}, ${when}`;
}
