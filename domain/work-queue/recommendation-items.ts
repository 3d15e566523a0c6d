import { addDays, addMonths, daysBetween } from '../calendar/day.ts';
import type { Day } from '../portfolio/values.ts';
import type { Quarter } from '../recommendations/quarter.ts';
import { isOverdue } from '../recommendations/roadmap.ts';
import { ownerOf } from './owner.ts';
import type { Situation, SituationRecommendation } from './situation.ts';
import { daysInWords, type WorkItem } from './work-item.ts';

/** So many days a client may think about it. */
const PATIENCE = 30;

/**
 * A recommendation is waiting for an answer. One that was meant for a quarter which is over gets another quarter, or is
 * declined; one that is not started, and that nobody has changed or spoken of at a meeting for 30 days, is to be asked about.
 */
export function recommendationItems(company: Situation, asOf: Day): WorkItem[] {
  if (company.stage === 'offboarded') return [];
  return company.recommendations.flatMap((recommendation) => {
    const asked = overdue(recommendation, asOf) ?? unanswered(recommendation, asOf);
    if (asked === null) return [];
    const { id, title, owner } = recommendation;
    return [
      {
        id: `recommendation:${id}`,
        kind: 'recommendation' as const,
        company: company.id,
        thing: id,
        title: `Recommendation: ${title}`,
        ...asked,
        owner: ownerOf(owner, company),
        mrr: null,
      },
    ];
  });
}

type Asked = Pick<WorkItem, 'why' | 'due' | 'cause'>;

function overdue(recommendation: SituationRecommendation, asOf: Day): Asked | null {
  const { targetQuarter, status } = recommendation;
  if (targetQuarter === null || !isOverdue(recommendation, asOf)) return null;
  return {
    why: `It was meant for ${targetQuarter}, which is over, and is still “${status ?? 'not started'}”`,
    due: lastDayOf(targetQuarter),
    cause: targetQuarter,
  };
}

function unanswered({ state, status, lastTouched }: SituationRecommendation, asOf: Day): Asked | null {
  if (state !== 'not_started' || lastTouched === null) return null;
  const ago = daysBetween(lastTouched, asOf);
  if (ago < PATIENCE) return null;
  return {
    why: `“${status ?? 'Not started'}” without a word since ${lastTouched}, ${daysInWords(ago)} ago`,
    due: addDays(lastTouched, PATIENCE),
    cause: lastTouched,
  };
}

function lastDayOf(quarter: Quarter): Day {
  const month = Number(quarter.slice(6)) * 3;
  return addDays(addMonths(`${quarter.slice(0, 4)}-${String(month).padStart(2, '0')}-01`, 1), -1);
}
