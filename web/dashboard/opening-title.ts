import type { Dashboard } from '../../domain/dashboard/dashboard.ts';
import type { Element, Figure, Opening } from '../../domain/dashboard/rows.ts';
import { UNTAGGED } from '../charts/options/stack-opportunity.ts';

const ELEMENT_TITLES: Readonly<Record<Element, string>> = {
  segments: 'Customer Segments',
  health: 'Health',
  opportunityByHealth: 'Opportunity by Health',
  stackByCustomer: 'Stack by Customer',
  stackOpportunity: 'Stack Opportunity',
  stackAlignment: 'Stack Alignment',
};

const FIGURE_TITLES: Readonly<Record<Figure, string>> = {
  mrr: 'MRR',
  oneTime: 'One-time',
  mrrOpportunity: 'MRR opportunity',
  oneTimeOpportunity: 'One-time opportunity',
  total: 'Opportunity',
  alignment: 'Alignment',
  aligned: 'Companies aligned',
};

/** What is opened, in the words of the chart: the element, and the slice, bar or dot in it. */
export function openingTitle(opening: Opening, dashboard: Dashboard): { element: string; part: string } {
  const parts = [sliceName(opening, dashboard), opening.figure ? FIGURE_TITLES[opening.figure] : null];
  return { element: ELEMENT_TITLES[opening.element], part: parts.filter(Boolean).join(' · ') };
}

function sliceName({ element, slice, item }: Opening, dashboard: Dashboard): string | null {
  if (slice === null) return element === 'stackOpportunity' ? 'Everything, each once' : null;
  switch (element) {
    case 'segments':
      return dashboard.segments.quadrants.find(({ id }) => id === slice)?.name ?? 'Not placed';
    case 'stackByCustomer':
      return dashboard.stackByCustomer.rows.find(({ id }) => id === slice)?.name ?? slice;
    case 'stackAlignment':
      return dashboard.stackAlignment.find(({ id }) => id === slice)?.name ?? slice;
    case 'stackOpportunity':
      return itemName(slice, item, dashboard);
    default:
      return slice;
  }
}

function itemName(slice: string, item: string | null, { stackOpportunity }: Dashboard): string {
  const tag = slice === '' ? UNTAGGED : slice;
  if (item === null) return tag;
  const found = stackOpportunity.tags
    .find((entry) => (entry.tag ?? '') === slice)
    ?.items.find(({ id }) => id === item);
  return `${found?.name ?? item} in ${tag}`;
}
