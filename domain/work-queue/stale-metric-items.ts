import { addDays } from '../calendar/day.ts';
import type { Day } from '../portfolio/values.ts';
import { compareText } from '../text/compare.ts';
import { ownerOf } from './owner.ts';
import type { Situation } from './situation.ts';
import type { WorkItem } from './work-item.ts';

/** So many days after a value went stale it should be another. */
const WITHIN = 30;
/** So many metrics are named. */
const NAMED = 3;

/**
 * Old answers make a score that nobody should trust: a client with stale values of health or effort metrics is to be looked
 * at again, within a month of the first one's going stale. It comes back when another metric goes stale.
 */
export function staleMetricItems(company: Situation, asOf: Day): WorkItem[] {
  const stale = company.staleMetrics.toSorted(
    (a, b) => compareText(a.date, b.date) || compareText(a.name, b.name) || compareText(a.id, b.id),
  );
  const [oldest] = stale;
  if (!oldest) return [];
  const names = stale.slice(0, NAMED).map(({ name }) => name);
  const more = stale.length > NAMED ? ` and ${stale.length - NAMED} more` : '';
  const [first = asOf] = stale.map(({ staleOn }) => staleOn).sort(compareText);
  return [
    {
      id: 'stale_metrics',
      kind: 'stale_metrics',
      company: company.id,
      thing: stale.some(({ kind }) => kind === 'health') ? 'health' : 'effort',
      title: stale.length === 1 ? `${names[0]} is stale` : `${stale.length} metrics are stale`,
      why: `${names.join(', ')}${more}: the oldest value is from ${oldest.date}`,
      due: addDays(first, WITHIN),
      cause: stale
        .map(({ kind, id }) => `${kind} ${id}`)
        .sort(compareText)
        .join(', '),
      owner: ownerOf(null, company),
      mrr: null,
    },
  ];
}
