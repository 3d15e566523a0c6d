import type { Portfolio } from '../portfolio/columns.ts';
import { isKnown, SEGMENTS, type Viewer } from './known-values.ts';
import { type DashboardQuery, RANKS, type Rank, type Segment } from './query.ts';
import { healthStatuses } from './statuses.ts';

/** Parameters as they came: names and values as text, in any order, a name as often as it was given. */
export type Parameters = Iterable<readonly [name: string, value: string]>;

/** Why a parameter is refused; the message names it, its value and what was expected. */
export interface QueryProblem {
  readonly parameter: string;
  readonly message: string;
}

export type Read<T> = { readonly value: T } | { readonly problems: readonly QueryProblem[] };

const FILTERS = [
  'company',
  'health',
  'accountManager',
  'accountGroup',
  'segment',
  'tag',
  'stackItem',
] as const;
type Filter = (typeof FILTERS)[number];

const SINGLE = { value: ['total', 'perSeat'], rank: RANKS, weighted: ['false', 'true'] } as const;
const PARAMETERS: readonly string[] = [...FILTERS, 'selected', ...Object.keys(SINGLE), 'date'];

/**
 * Reads the parameters of `GET /api/v1/dashboard` (docs/interfaces.md). Unknown parameters and values and repeated
 * single ones are problems, all named at once. A company that the viewer may not see is as unknown as one that does not
 * exist, in the same words.
 */
export function readDashboardQuery(
  portfolio: Portfolio,
  viewer: Viewer,
  parameters: Parameters,
): Read<DashboardQuery> {
  const given = [...parameters];
  const problems = given.flatMap(([name, value]) => problemOf(portfolio, viewer, name, value));
  problems.push(...repeated(given, ['selected', ...Object.keys(SINGLE), 'date']));
  if (problems.length) return { problems };
  const all = (wanted: Filter) => given.flatMap(([name, value]) => (name === wanted ? [value] : []));
  const one = (wanted: string) => given.find(([name]) => name === wanted)?.[1];
  return {
    value: {
      company: all('company'),
      health: all('health'),
      accountManager: all('accountManager'),
      accountGroup: all('accountGroup'),
      segment: all('segment') as Segment[],
      tag: all('tag'),
      stackItem: all('stackItem'),
      selected: one('selected') ?? null,
      value: one('value') === 'perSeat' ? 'perSeat' : 'total',
      rank: (one('rank') ?? 'opportunity') as Rank,
      weighted: one('weighted') === 'true',
    },
  };
}

/** Names given more than once though they may be given once. */
export function repeated(
  given: readonly (readonly [string, string])[],
  once: readonly string[],
): QueryProblem[] {
  return once
    .filter((name) => given.filter(([other]) => other === name).length > 1)
    .map((name) => ({ parameter: name, message: `${name} may be given once only` }));
}

/** A problem with a value that is none of a closed list; none if it is. */
export function oneOf(parameter: string, value: string, expected: readonly string[]): QueryProblem[] {
  if (expected.includes(value)) return [];
  return [{ parameter, message: `${parameter}: "${value}" is none of ${expected.join(', ')}` }];
}

function problemOf(portfolio: Portfolio, viewer: Viewer, name: string, value: string): QueryProblem[] {
  if (isFilter(name)) return filterProblem(portfolio, viewer, name, value);
  if (name === 'selected') {
    return isKnown.company(portfolio, viewer, value) ? [] : [unknown('selected', 'company', value)];
  }
  if (name === 'value' || name === 'rank' || name === 'weighted') return oneOf(name, value, SINGLE[name]);
  if (name === 'date') {
    const message = `date: the dashboard shows today only, as history keeps no stack items, so ${value} cannot be shown; leave it out for today (GET /retention tells past months)`;
    return [{ parameter: 'date', message }];
  }
  return [
    { parameter: name, message: `Unknown parameter "${name}"; expected one of ${PARAMETERS.join(', ')}` },
  ];
}

const WORDS = {
  company: 'company',
  accountManager: 'account manager',
  accountGroup: 'account group',
  tag: 'tag',
  stackItem: 'stack item',
} as const;

function filterProblem(portfolio: Portfolio, viewer: Viewer, name: Filter, value: string): QueryProblem[] {
  if (name === 'segment') return oneOf(name, value, SEGMENTS);
  if (name === 'health') {
    const statuses = healthStatuses(portfolio.definitions).map((status) => status.name);
    return oneOf(name, value, statuses);
  }
  return isKnown[name](portfolio, viewer, value) ? [] : [unknown(name, WORDS[name], value)];
}

/** The problem with an id or name that means nothing to the viewer. */
export function unknown(parameter: string, word: string, value: string): QueryProblem {
  return { parameter, message: `${parameter}: there is no ${word} "${value}"` };
}

function isFilter(name: string): name is Filter {
  return (FILTERS as readonly string[]).includes(name);
}
