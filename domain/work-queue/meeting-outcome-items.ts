import { daysBetween } from '../calendar/day.ts';
import { meetingName } from '../engagement/meeting-kinds.ts';
import type { Day } from '../portfolio/values.ts';
import { ownerOf } from './owner.ts';
import type { Situation } from './situation.ts';
import { daysInWords, type WorkItem } from './work-item.ts';

/** After so many days nobody will remember, and nobody is asked. */
const LONGEST = 30;

/**
 * A planned meeting whose day has passed was either held or not: as long as nobody says so, its notes are missing, and its
 * cadence counts as late. Asked for a month.
 */
export function meetingOutcomeItems(company: Situation, asOf: Day): WorkItem[] {
  return company.unclosedMeetings.flatMap(({ id, kind, date }) => {
    const ago = daysBetween(date, asOf);
    if (ago < 1 || ago > LONGEST) return [];
    return [
      {
        id: `meeting_outcome:${id}`,
        kind: 'meeting_outcome' as const,
        company: company.id,
        thing: id,
        title: `Was it held? ${meetingName(kind, date)}`,
        why: `It was planned for ${date}, ${daysInWords(ago)} ago, and is neither held nor cancelled`,
        due: date,
        cause: date,
        owner: ownerOf(null, company),
        mrr: null,
      },
    ];
  });
}
