import { daysBetween } from '../calendar/day.ts';
import type { Day } from '../portfolio/values.ts';
import { ownerOf } from './owner.ts';
import type { Situation } from './situation.ts';
import { daysInWords, type WorkItem } from './work-item.ts';

/** So many days before it ends one looks at it again. */
const AHEAD = 14;

/** A health status that was set by hand ends on its day: two weeks before, somebody decides whether it still holds. */
export function overrideItems(company: Situation, asOf: Day): WorkItem[] {
  const { override, health } = company;
  if (override === null) return [];
  const left = daysBetween(asOf, override.expiresOn);
  if (left > AHEAD) return [];
  const after = health.score === null ? 'then it has no score' : `then its score of ${health.score} decides`;
  const when = left === 0 ? 'ends today' : `ends on ${override.expiresOn}, in ${daysInWords(left)}`;
  return [
    {
      id: `override:${override.setOn}`,
      kind: 'override',
      company: company.id,
      thing: override.setOn,
      title: `“${override.status}” was set by hand, and ends`,
      why: `The status that was set on ${override.setOn} ${when}; ${after}`,
      due: override.expiresOn,
      cause: override.expiresOn,
      owner: ownerOf(null, company),
      mrr: null,
    },
  ];
}
