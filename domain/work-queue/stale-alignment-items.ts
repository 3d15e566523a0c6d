import { addDays } from '../calendar/day.ts';
import type { Day } from '../portfolio/values.ts';
import { ownerOf } from './owner.ts';
import type { Situation } from './situation.ts';
import type { WorkItem } from './work-item.ts';

/** So many days after its oldest row went stale a client's alignment should have been gone through. */
const WITHIN = 30;

/** A client's stack changes: rows of its alignment that were set too long ago are to be gone through, within a month. */
export function staleAlignmentItems(company: Situation, _asOf: Day): WorkItem[] {
  const { staleAlignment: stale } = company;
  if (stale === null) return [];
  return [
    {
      id: 'stale_alignment',
      kind: 'stale_alignment',
      company: company.id,
      thing: null,
      title: 'Stack alignment is stale',
      why: `${stale.rows === 1 ? '1 row was' : `${stale.rows} rows were`} set more than ${stale.afterDays} days ago, the oldest on ${stale.oldest}`,
      due: addDays(stale.oldest, stale.afterDays + 1 + WITHIN),
      cause: stale.oldest,
      owner: ownerOf(null, company),
      mrr: null,
    },
  ];
}
