import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { WorkspaceSettings } from '../../contract/workspace-settings.ts';
import { dayInZone } from '../../domain/calendar/day.ts';
import { toNumber } from '../../domain/money/fraction.ts';
import type { Definitions } from '../../domain/portfolio/definitions.ts';
import { portfolioMedian } from '../../domain/portfolio/placement.ts';
import { firstStatus } from '../../domain/recommendations/edited-statuses.ts';
import type { ValueKind } from '../../domain/segments/midpoint.ts';
import { compareText } from '../../domain/text/compare.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { loadDefinitions } from '../portfolio/definitions.ts';
import type { LoadedPortfolio } from '../portfolio/loaded-portfolio.ts';

/** The settings as they are stored; what is counted is of the companies that the viewer sees. */
export async function readSettings(tx: Tx, viewer: Viewer, now: Date): Promise<WorkspaceSettings> {
  const definitions = await loadDefinitions(tx);
  const settings = settingsOf(definitions);
  const seen = seenCompanies(viewer);
  const recommendations = await countBy(tx, 'recommendations', 'status', seen);
  const first = firstStatus(settings.recommendationStatuses);
  const contracts = await countBy(tx, 'contracts', 'currency', seen);
  return {
    ...settings,
    currencies: [...contracts]
      .flatMap(([currency, count]) => (currency === null ? [] : [{ currency, contracts: count }]))
      .sort((a, b) => compareText(a.currency, b.currency)),
    today: dayInZone(now, settings.timeZone),
    medians: mediansOf(viewer.loaded),
    recommendationStatuses: settings.recommendationStatuses.map((status) => ({
      ...status,
      recommendations:
        (recommendations.get(status.name) ?? 0) +
        (status.name === first ? (recommendations.get(null) ?? 0) : 0),
    })),
    etag: `"${createHash('sha256').update(JSON.stringify(settings)).digest('hex').slice(0, 32)}"`,
  };
}

/** Where high value begins as long as no amount is fixed: in cents, not rounded. */
export function mediansOf({ portfolio }: Pick<LoadedPortfolio, 'portfolio'>): WorkspaceSettings['medians'] {
  const median = (kind: ValueKind) => {
    const exact = portfolioMedian(portfolio, kind);
    return exact && toNumber(exact);
  };
  return { total: median('total'), perSeat: median('perSeat') };
}

/** What can be set, as the API has it. */
export type Settings = ReturnType<typeof settingsOf>;

export function settingsOf({ workspace, ...definitions }: Definitions) {
  const { name, currency, timeZone, asOf, valueMidpoint, seatValueMidpoint, alignmentStaleAfterDays } =
    workspace;
  return {
    name,
    currency,
    exchangeRates: [...definitions.exchangeRates].map(([code, rate]) => ({ currency: code, rate })),
    timeZone,
    asOf,
    effortMidpoint: Number(workspace.effortMidpoint),
    valueMidpoint,
    seatValueMidpoint,
    segments: definitions.segments.map(({ quadrant, name: called, description }) => ({
      quadrant,
      name: called,
      description,
    })),
    alignmentBands: definitions.alignmentBands.map((band) => ({
      name: band.name,
      from: Number(band.from),
      color: band.color,
    })),
    alignmentStaleAfterDays,
    recommendationStatuses: definitions.recommendationStatuses.map(({ name: called, state, color }) => ({
      name: called,
      state,
      color,
    })),
  };
}

function seenCompanies({ scope }: Viewer): RawBuilder<unknown> {
  return scope.all ? sql`true` : sql`company = any(${[...scope.ids]})`;
}

/** How many rows have each value of a column; null: none. */
async function countBy(
  tx: Tx,
  table: string,
  column: string,
  which: RawBuilder<unknown>,
): Promise<ReadonlyMap<string | null, number>> {
  const { rows } = await sql<{ value: string | null; count: number }>`
    select ${sql.ref(column)} as value, count(*)::int as count from ${sql.table(table)}
    where workspace_id = (select current_workspace()) and ${which}
    group by 1`.execute(tx);
  return new Map(rows.map(({ value, count }) => [value, count]));
}
