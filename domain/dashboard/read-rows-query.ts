import type { Portfolio } from '../portfolio/columns.ts';
import { isKnown, SEGMENTS, type Viewer } from './known-values.ts';
import type { DashboardQuery } from './query.ts';
import {
  oneOf,
  type Parameters,
  type QueryProblem,
  type Read,
  readDashboardQuery,
  repeated,
  unknown,
} from './read-query.ts';
import { ELEMENTS, type Element, type Figure, type Opening } from './rows.ts';
import { healthStatuses } from './statuses.ts';

/** The figures of each element that have rows of their own; one without any is numbers of companies. */
const FIGURES_OF: Record<Element, readonly Figure[]> = {
  segments: [],
  health: [],
  opportunityByHealth: ['mrr', 'oneTime', 'mrrOpportunity', 'oneTimeOpportunity', 'total'],
  stackByCustomer: ['mrr', 'oneTime', 'mrrOpportunity', 'oneTimeOpportunity', 'total', 'alignment'],
  stackOpportunity: ['mrr', 'oneTime', 'mrrOpportunity', 'oneTimeOpportunity', 'total'],
  stackAlignment: ['mrr', 'mrrOpportunity', 'oneTimeOpportunity', 'total', 'aligned'],
};

const NAMES = ['element', 'slice', 'item', 'figure'];

/** Reads the parameters of `GET /api/v1/dashboard/rows`: those of the dashboard and what to open of it. */
export function readRowsQuery(
  portfolio: Portfolio,
  viewer: Viewer,
  parameters: Parameters,
): Read<{ readonly query: DashboardQuery; readonly opening: Opening }> {
  const given = [...parameters];
  const own = given.filter(([name]) => NAMES.includes(name));
  const query = readDashboardQuery(
    portfolio,
    viewer,
    given.filter(([name]) => !NAMES.includes(name)),
  );
  const one = (wanted: string) => own.find(([name]) => name === wanted)?.[1] ?? null;
  const opening = { element: one('element'), slice: one('slice'), item: one('item'), figure: one('figure') };
  const problems = [...repeated(own, NAMES), ...openingProblems(portfolio, viewer, opening)];
  if ('problems' in query) return { problems: [...query.problems, ...problems] };
  return problems.length ? { problems } : { value: { query: query.value, opening: opening as Opening } };
}

type Raw = { readonly [Key in keyof Opening]: string | null };

function openingProblems(portfolio: Portfolio, viewer: Viewer, raw: Raw): QueryProblem[] {
  const { slice, item, figure } = raw;
  const element = ELEMENTS.find((name) => name === raw.element);
  if (!element) return oneOf('element', raw.element ?? '', ELEMENTS);
  const problems = slice === null ? [] : sliceProblems(portfolio, viewer, element, slice);
  if (item !== null && element !== 'stackOpportunity') {
    problems.push({ parameter: 'item', message: 'item goes with element stackOpportunity only' });
  } else if (item !== null && !isKnown.stackItem(portfolio, viewer, item)) {
    problems.push(unknown('item', 'stack item', item));
  }
  if (figure !== null && FIGURES_OF[element].length === 0) {
    problems.push({ parameter: 'figure', message: `figure does not go with element ${element}` });
  } else if (figure !== null) problems.push(...oneOf('figure', figure, FIGURES_OF[element]));
  if (element === 'stackByCustomer' && slice === null && (figure === 'mrr' || figure === 'oneTime')) {
    problems.push({ parameter: 'slice', message: `slice: expected the company whose ${figure} to open` });
  }
  return problems;
}

function sliceProblems(
  portfolio: Portfolio,
  viewer: Viewer,
  element: Element,
  slice: string,
): QueryProblem[] {
  switch (element) {
    case 'segments':
      return oneOf('slice', slice, SEGMENTS);
    case 'health':
    case 'opportunityByHealth': {
      const statuses = healthStatuses(portfolio.definitions).map((status) => status.name);
      return oneOf('slice', slice, statuses);
    }
    case 'stackByCustomer':
      return isKnown.company(portfolio, viewer, slice) ? [] : [unknown('slice', 'company', slice)];
    case 'stackOpportunity':
      return slice === '' || isKnown.tag(portfolio, viewer, slice) ? [] : [unknown('slice', 'tag', slice)];
    case 'stackAlignment':
      return isKnown.stackItem(portfolio, viewer, slice) ? [] : [unknown('slice', 'stack item', slice)];
  }
}
