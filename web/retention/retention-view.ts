import { BREAKDOWNS, type Breakdown } from '../../domain/retention/history.ts';
import { OVERS, type Over } from '../../domain/retention/spans.ts';
import { addressReader, type Dropped } from '../dashboard/address-reader.ts';
import {
  FILTERS,
  type Filter,
  type FilterView,
  filterSearch,
  type KnownValues,
  NO_FILTERS,
} from '../dashboard/filters.ts';
import type { RawSearch } from '../ui/search-text.ts';

/** How many months are looked at. */
export const PERIODS = ['12', '24', '36'] as const;
export type MonthCount = (typeof PERIODS)[number];

/** Where companies stood at the time; other filters of the dashboard are of today. */
export const RETENTION_FILTERS: readonly Filter[] = BREAKDOWNS;

/** Which figures of retention are shown, and how; all of it stands in the address. */
export interface RetentionView extends FilterView {
  readonly over: Over;
  readonly by: Breakdown;
  readonly months: MonthCount;
  /** The month in focus, YYYY-MM; null: the last one that is over. */
  readonly month: string | null;
}

export const USUAL_RETENTION: RetentionView = {
  ...NO_FILTERS,
  ribbon: false,
  over: 'month',
  by: 'accountManager',
  months: '24',
  month: null,
};

const PARAMETERS = new Set<string>([...RETENTION_FILTERS, 'ribbon', 'over', 'by', 'months', 'month']);
const OTHER_FILTERS = FILTERS.filter((name) => !RETENTION_FILTERS.includes(name));

/** Reads a view out of an address; what is unknown is left out and named in `dropped` (see addressReader). */
export function readRetentionView(
  search: RawSearch,
  known: KnownValues | null,
): { view: RetentionView; dropped: readonly Dropped[] } {
  const others = OTHER_FILTERS.flatMap((name) => (search[name] ?? []).map((value) => ({ name, value })));
  const own = Object.fromEntries(
    Object.entries(search).filter(([name]) => !(OTHER_FILTERS as readonly string[]).includes(name)),
  );
  const address = addressReader(own, known);
  const { one } = address;
  const month = search.month?.[0];
  const view: RetentionView = {
    ...address.filters(),
    ribbon: one('ribbon', ['shown']) !== null,
    over: one('over', OVERS) ?? USUAL_RETENTION.over,
    by: one('by', BREAKDOWNS) ?? USUAL_RETENTION.by,
    months: one('months', PERIODS) ?? USUAL_RETENTION.months,
    month: one('month', month && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? [month] : []),
  };
  address.dropOthers(PARAMETERS);
  return { view, dropped: [...address.dropped, ...others] };
}

/** Writes a view as an address; what is as usual is left out. */
export function retentionSearch(view: RetentionView): RawSearch {
  const { ribbon, over, by, months, month } = view;
  return {
    ...filterSearch(view),
    ...(ribbon ? { ribbon: ['shown'] } : {}),
    ...(over === USUAL_RETENTION.over ? {} : { over: [over] }),
    ...(by === USUAL_RETENTION.by ? {} : { by: [by] }),
    ...(months === USUAL_RETENTION.months ? {} : { months: [months] }),
    ...(month === null ? {} : { month: [month] }),
  };
}
