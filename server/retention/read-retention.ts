import type { Retention } from '../../contract/retention.ts';
import { MOST_MONTHS } from '../../contract/retention.ts';
import { addToMonth, type Month, monthOf, monthsFrom } from '../../domain/calendar/month.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import { DEFINITIONS } from '../../domain/retention/definitions.ts';
import {
  BREAKDOWNS,
  type Breakdown,
  NO_STANDING_FILTER,
  type StandingFilter,
} from '../../domain/retention/history.ts';
import { type RetentionFacts, type RetentionReport, retentionReport } from '../../domain/retention/report.ts';
import {
  type HistoryCalendar,
  latestMonths,
  type Over,
  type Span,
  spanOf,
} from '../../domain/retention/spans.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Database } from '../platform/database/database.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { badRequest } from '../platform/http/refusal.ts';
import { breakdownNames } from './breakdown-names.ts';
import { historyCalendar } from './history-calendar.ts';
import { answersOf, companyHistories } from './queries.ts';

/** So many months are shown unless asked otherwise. */
const USUAL_MONTHS = 24;

export interface Asked {
  readonly over: Over;
  readonly by?: Breakdown | undefined;
  readonly accountManager?: readonly string[] | undefined;
  readonly accountGroup?: readonly string[] | undefined;
  readonly segment?: readonly string[] | undefined;
  readonly health?: readonly string[] | undefined;
}

/** The figures of each month, over the companies that the viewer sees. */
export async function readRetention(
  database: Database,
  viewer: Viewer,
  query: Asked & { readonly from?: Month | undefined; readonly to?: Month | undefined },
): Promise<Retention> {
  const { asOf, definitions } = viewer.loaded;
  const calendar = await calendarOf(database, viewer);
  const months = monthsAsked(query, calendar, asOf);
  const { facts, spans, filter } = await loadSpans(database, viewer, { calendar, months, asked: query });
  const report = retentionReport(facts, spans, { over: query.over, by: query.by ?? null, filter });
  return {
    asOf,
    currency: definitions.workspace.currency,
    history: calendar && { from: calendar.from, to: calendar.to },
    months: spans.map((span, i) => ({ ...span, ongoing: span.month >= monthOf(asOf), ...report.months[i]! })),
    groups: query.by ? namedGroups(viewer, query.by, report) : [],
    definitions: [...DEFINITIONS],
  };
}

const namedGroups = ({ loaded }: Viewer, by: Breakdown, { groups }: RetentionReport) =>
  breakdownNames(loaded, by)
    .named(groups, ({ id }) => id)
    .map(({ id, name, months }) => ({ id, name, months: [...months] }));

export const calendarOf = (
  database: Database,
  { workspace, loaded }: Viewer,
): Promise<HistoryCalendar | null> =>
  inWorkspace(database, { workspace, companies: 'all' }, (tx) => historyCalendar(tx, loaded.asOf));

function monthsAsked(
  { from, to }: { readonly from?: Month | undefined; readonly to?: Month | undefined },
  calendar: HistoryCalendar | null,
  asOf: Day,
): Month[] {
  const last = to ?? monthOf(asOf);
  const first = from ?? (calendar ? latestMonths(calendar, last, USUAL_MONTHS).from : last);
  if (first > last)
    throw badRequest([{ in: 'query', name: 'from', value: first, expected: `a month up to ${last}` }]);
  if (addToMonth(first, MOST_MONTHS) <= last)
    throw badRequest([
      { in: 'query', name: 'from', value: first, expected: `at most ${MOST_MONTHS} months up to ${last}` },
    ]);
  return monthsFrom(first, last);
}

interface SpansToLoad {
  readonly calendar: HistoryCalendar | null;
  readonly months: readonly Month[];
  readonly asked: Asked;
}

/** What the figures of some months are worked out from. A filter's value that means nothing to the viewer is refused. */
export async function loadSpans(
  database: Database,
  { workspace, scope, loaded }: Viewer,
  { calendar, months, asked }: SpansToLoad,
): Promise<{ facts: RetentionFacts; spans: readonly Span[]; filter: StandingFilter }> {
  const spans = months.map((month) => spanOf(calendar, month, asked.over));
  const days = [...new Set(spans.flatMap(({ start, end }) => (start && end ? [start, end] : [])))].sort();
  const onRecord = calendar ? [calendar.from, ...calendar.closings.values()] : [];
  const earlier = onRecord.filter((day) => day < (days[0] ?? ''));
  const first = addToMonth(months[0]!, asked.over === 'year' ? -11 : 0);
  const visible = { workspace, companies: scope.all ? ('all' as const) : [...scope.ids] };
  const facts = await inWorkspace(database, visible, async (tx) => ({
    histories: await companyHistories(tx, { days, earlier }),
    answers: await answersOf(tx, { from: first, to: months.at(-1)!, asOf: loaded.asOf }),
  }));
  return { facts, spans, filter: filterOf({ scope, loaded }, asked, facts) };
}

function filterOf(
  viewer: Pick<Viewer, 'scope' | 'loaded'>,
  asked: Asked,
  { histories }: RetentionFacts,
): StandingFilter {
  const filter = { ...NO_STANDING_FILTER };
  for (const by of BREAKDOWNS) {
    const values = asked[by] ?? [];
    if (values.length === 0) continue;
    const names = breakdownNames(viewer.loaded, by);
    const onRecord = new Set(
      histories.flatMap(({ closings }) =>
        [...closings.values()].flatMap(({ standing }) => standing[by] ?? []),
      ),
    );
    const unknown = values.find((id) => !onRecord.has(id) && !names.knows(viewer.scope, id));
    if (unknown !== undefined)
      throw badRequest([{ in: 'query', name: by, value: unknown, expected: `${names.word} that you know` }]);
    filter[by] = values;
  }
  return filter;
}
