import type { RetentionRows } from '../../contract/retention.ts';
import type { Month } from '../../domain/calendar/month.ts';
import { csatOf, type RetentionFigure } from '../../domain/retention/figures.ts';
import { BREAKDOWNS, type Breakdown, type Standing } from '../../domain/retention/history.ts';
import { type RetentionRow, retentionRows } from '../../domain/retention/report.ts';
import { compareText } from '../../domain/text/compare.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Database } from '../platform/database/database.ts';
import { badRequest } from '../platform/http/refusal.ts';
import { breakdownNames } from './breakdown-names.ts';
import { type Asked, calendarOf, loadSpans } from './read-retention.ts';

type RowsAsked = Asked & {
  readonly month: Month;
  readonly figure: RetentionFigure;
  /** Empty: of those who stood in none. */
  readonly group?: string | undefined;
};

/** The companies behind a figure of a month, as far as the viewer sees them. */
export async function readRetentionRows(
  database: Database,
  viewer: Viewer,
  query: RowsAsked,
): Promise<RetentionRows> {
  const { month, figure, by, group } = query;
  if (group !== undefined && by === undefined)
    throw badRequest([{ in: 'query', name: 'group', value: group, expected: 'a breakdown in `by` with it' }]);
  const calendar = await calendarOf(database, viewer);
  const { facts, spans, filter } = await loadSpans(database, viewer, {
    calendar,
    months: [month],
    asked: query,
  });
  const span = spans[0]!;
  const opening = { span, figure, group: group === '' ? null : group };
  const rows = retentionRows(facts, opening, { over: query.over, by: by ?? null, filter });
  const inWords = rowInWords(viewer);
  return {
    ...span,
    rows: rows
      .map(inWords)
      .sort(
        (a, b) =>
          Math.abs(b.amount) - Math.abs(a.amount) ||
          compareText(a.company.name, b.company.name) ||
          compareText(a.company.id, b.company.id),
      ),
    totals: {
      start: sum(rows, 'start'),
      end: sum(rows, 'end'),
      amount: sum(rows, 'amount'),
      kept: sum(rows, 'kept'),
      csat: csatOf(rows.flatMap(({ csat }) => csat ?? [])),
    },
  };
}

const sum = (rows: readonly RetentionRow[], figure: 'start' | 'end' | 'amount' | 'kept') =>
  rows.reduce((total, row) => total + row[figure], 0);

function rowInWords({ loaded }: Viewer): (row: RetentionRow) => RetentionRows['rows'][number] {
  const { portfolio } = loaded;
  const names = new Map(BREAKDOWNS.map((by) => [by, breakdownNames(loaded, by)]));
  const where = (standing: Standing | null, by: Breakdown) =>
    standing?.[by]?.map((id) => ({ id, name: names.get(by)!.nameOf(id) })) ?? null;
  return ({ company, standing, csat, ...row }) => ({
    company: { id: company, name: portfolio.names[portfolio.slots.get(company)!] ?? company },
    ...row,
    accountManager: where(standing, 'accountManager'),
    accountGroup: where(standing, 'accountGroup'),
    segment: where(standing, 'segment'),
    health: where(standing, 'health'),
    csat: csat && { positive: csat.positive, neutral: csat.neutral, negative: csat.negative },
  });
}
