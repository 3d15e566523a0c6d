import { addDays, daysBetween } from '../calendar/day.ts';
import { daysWithoutUpdate, type Severity } from '../engagement/escalation.ts';
import type { Day } from '../portfolio/values.ts';
import { ownerOf } from './owner.ts';
import type { Situation, SituationEscalation } from './situation.ts';
import { daysInWords, type WorkItem } from './work-item.ts';

/** For so many days an escalation of this severity may go without a word, where no update was promised. */
const SILENCE: Readonly<Record<Severity, number>> = { critical: 1, high: 3, medium: 7, low: 14 };

/**
 * A client who escalated must hear from us: when the promised update is due within a day or late; and where none was promised,
 * when nothing was said for longer than its severity bears (critical 1 day, high 3, medium or none named 7, low 14).
 */
export function escalationItems(company: Situation, asOf: Day): WorkItem[] {
  return company.escalations.flatMap((escalation) => {
    const due = wordDue(escalation);
    if (daysBetween(asOf, due) > 1) return [];
    const { id, title, severity, owner } = escalation;
    return [
      {
        id: `escalation:${id}`,
        kind: 'escalation' as const,
        company: company.id,
        thing: id,
        title: `Escalation: ${title}`,
        why: `${severity === null ? 'Open' : `Open, ${severity}`}: ${whyOf(escalation, asOf)}`,
        due,
        cause: due,
        owner: ownerOf(owner, company),
        mrr: null,
      },
    ];
  });
}

/** The day by which the client is to hear something. */
function wordDue({ nextUpdateDue, lastWord, openedOn, severity }: SituationEscalation): Day {
  return nextUpdateDue ?? addDays(lastWord ?? openedOn, SILENCE[severity ?? 'medium']);
}

function whyOf({ nextUpdateDue, lastWord, openedOn }: SituationEscalation, asOf: Day): string {
  if (nextUpdateDue !== null) {
    const late = daysWithoutUpdate({ status: 'open', nextUpdateDue }, asOf);
    return late > 0
      ? `an update was promised by ${nextUpdateDue}, ${daysInWords(late)} ago`
      : `an update is promised by ${nextUpdateDue}`;
  }
  if (lastWord === null) return `nothing was said since it was opened on ${openedOn}`;
  return `the last word on it was on ${lastWord}`;
}
