import { addDays, daysBetween } from '../calendar/day.ts';
import type { Day } from '../portfolio/values.ts';
import { ownerOf } from './owner.ts';
import type { Situation } from './situation.ts';
import { daysInWords, type WorkItem } from './work-item.ts';

/** So many days after it turned red somebody should have spoken with it. */
const WITHIN = 2;

/**
 * A client worth much in the lowest health band is the first to speak with: within two days of its turning red. It stays
 * until somebody says it is done, and comes back should it recover and turn red again.
 */
export function redHighValueItems(company: Situation, asOf: Day): WorkItem[] {
  const { score, status, red, redSince, fall } = company.health;
  if (!red || !company.highValue) return [];
  const since = redSince === null ? '' : ` ${sinceInWords(redSince, asOf)}`;
  const fell = fall === null ? '' : `; health was ${fall.from} on ${fall.on}`;
  return [
    {
      id: 'red_high_value',
      kind: 'red_high_value',
      company: company.id,
      thing: null,
      title: `High-value customer is “${status}”`,
      why: `High value, and ${score === null ? 'set to' : `at ${score} in`} “${status}”${since}${fell}`,
      due: redSince === null ? asOf : addDays(redSince, WITHIN),
      cause: redSince ?? 'unknown',
      owner: ownerOf(null, company),
      mrr: company.mrr,
    },
  ];
}

const sinceInWords = (since: Day, asOf: Day) =>
  since === asOf ? 'since today' : `for ${daysInWords(daysBetween(since, asOf))}`;
