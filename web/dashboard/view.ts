import {
  type DashboardQuery,
  RANKS,
  type Rank,
  type Segment,
  WHOLE_DASHBOARD,
} from '../../domain/dashboard/query.ts';
import { ELEMENTS, FIGURES, type Opening } from '../../domain/dashboard/rows.ts';
import type { RawSearch } from '../ui/search-text.ts';

/** The dashboard's filters, under the names that they have in the address and in the API. */
export const FILTERS = [
  'company',
  'health',
  'accountManager',
  'accountGroup',
  'segment',
  'tag',
  'stackItem',
] as const;
export type Filter = (typeof FILTERS)[number];

/** What the dashboard shows and how; all of it stands in the address. */
export interface DashboardView extends Omit<DashboardQuery, 'selected'> {
  readonly sizeByEmployees: boolean;
  /** The filters stand open. */
  readonly ribbon: boolean;
  /** Whose rows are opened. */
  readonly opening: Opening | null;
}

const { selected: _, ...whole } = WHOLE_DASHBOARD;
export const WHOLE_VIEW: DashboardView = { ...whole, sizeByEmployees: false, ribbon: false, opening: null };

/** Which values each filter knows. */
export type KnownValues = Readonly<Record<Filter, ReadonlySet<string>>>;

/** A part of an address that means nothing here. */
export interface Dropped {
  readonly name: string;
  readonly value: string;
}

/**
 * Reads a view out of an address. What is unknown is left out and named in `dropped`; without `known` (the choices are
 * still being loaded) every filter value is taken as it is.
 */
export function readView(
  search: RawSearch,
  known: KnownValues | null,
): { view: DashboardView; dropped: readonly Dropped[] } {
  const dropped: Dropped[] = [];
  const drop = (name: string, values: readonly string[]) =>
    dropped.push(...values.map((value) => ({ name, value })));

  const list = (name: Filter) => {
    const values = [...new Set(search[name])];
    if (!known) return values;
    drop(
      name,
      values.filter((value) => !known[name].has(value)),
    );
    return values.filter((value) => known[name].has(value));
  };
  const one = <T extends string>(name: string, allowed: readonly T[]): T | null => {
    const [value, ...more] = search[name] ?? [];
    drop(name, more);
    const found = allowed.find((candidate) => candidate === value);
    if (value !== undefined && found === undefined) drop(name, [value]);
    return found ?? null;
  };

  const view: DashboardView = {
    company: list('company'),
    health: list('health'),
    accountManager: list('accountManager'),
    accountGroup: list('accountGroup'),
    segment: list('segment') as Segment[],
    tag: list('tag'),
    stackItem: list('stackItem'),
    value: one('value', ['perSeat', 'total']) ?? WHOLE_VIEW.value,
    rank: one<Rank>('rank', RANKS) ?? WHOLE_VIEW.rank,
    weighted: one('weighted', ['true', 'false']) === 'true',
    sizeByEmployees: one('size', ['employees']) !== null,
    ribbon: one('ribbon', ['shown']) !== null,
    opening: readOpening(search, one),
  };
  for (const [name, values] of Object.entries(search)) {
    if (!PARAMETERS.has(name)) drop(name, values);
  }
  return { view, dropped };
}

const PARAMETERS = new Set<string>([
  ...FILTERS,
  'value',
  'rank',
  'weighted',
  'size',
  'ribbon',
  'element',
  'slice',
  'item',
  'figure',
]);

function readOpening(
  search: RawSearch,
  one: <T extends string>(name: string, allowed: readonly T[]) => T | null,
): Opening | null {
  const element = one('element', ELEMENTS);
  const figure = one('figure', FIGURES);
  return element && { element, slice: search.slice?.[0] ?? null, item: search.item?.[0] ?? null, figure };
}

/** Writes a view as an address; what is as usual is left out. */
export function viewSearch(view: DashboardView): RawSearch {
  const { opening } = view;
  const single: Readonly<Record<string, string | null>> = {
    value: view.value === WHOLE_VIEW.value ? null : view.value,
    rank: view.rank === WHOLE_VIEW.rank ? null : view.rank,
    weighted: view.weighted ? 'true' : null,
    size: view.sizeByEmployees ? 'employees' : null,
    ribbon: view.ribbon ? 'shown' : null,
    element: opening?.element ?? null,
    slice: opening?.slice ?? null,
    item: opening?.item ?? null,
    figure: opening?.figure ?? null,
  };
  const search: Record<string, readonly string[]> = {};
  for (const name of FILTERS) if (view[name].length > 0) search[name] = view[name];
  for (const [name, value] of Object.entries(single)) if (value !== null) search[name] = [value];
  return search;
}

/** What a saved view keeps: filters and options, not what is opened at the moment. */
export const savedPart = (view: DashboardView): DashboardView => ({
  ...view,
  opening: null,
  ribbon: false,
});

export const appliedFilters = (view: DashboardView): readonly Filter[] =>
  FILTERS.filter((name) => view[name].length > 0);

/** The view without any filter; options stay. */
export const withoutFilters = (view: DashboardView): DashboardView => ({
  ...view,
  ...Object.fromEntries(FILTERS.map((name) => [name, []])),
});
