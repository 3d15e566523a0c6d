import { sql } from 'kysely';
import { addDays, addMonths } from '../../domain/calendar/day.ts';
import type { CadenceInterval } from '../../domain/engagement/cadence-due.ts';
import type { MeetingMethod } from '../../domain/engagement/meeting-kinds.ts';
import type { CadenceFactors } from '../../domain/engagement/proposed-cadence.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import { companyRow } from '../companies/company-row.ts';
import type { Tx } from '../platform/database/transaction.ts';
import type { LoadedPortfolio } from '../portfolio/loaded-portfolio.ts';

/** What a cadence of a company is proposed from. */
export async function cadenceFactors(
  tx: Tx,
  { portfolio, definitions, asOf }: LoadedPortfolio,
  company: string,
): Promise<Omit<CadenceFactors, 'kind'>> {
  const row = companyRow(portfolio, portfolio.slots.get(company)!, 'active');
  const bands = definitions.healthBands;
  const band = bands.findIndex(({ name }) => name === row.status);
  const earlier = await earlierFigures(tx, company, asOf);
  const quadrant = definitions.segments.find((segment) => segment.quadrant === row.quadrant);
  return {
    temperature: band < 0 ? null : { status: row.status, band, bands: bands.length },
    growth: earlier && {
      since: earlier.date,
      mrr: shareOf(row.mrr, earlier.mrr),
      employees: shareOf(row.employees, earlier.employees),
    },
    segment: quadrant ? { quadrant: quadrant.quadrant, name: quadrant.name } : null,
    preferred: await preferredCommunication(tx, company),
  };
}

const shareOf = (now: number | null, before: number | null): number | null =>
  now === null || before === null || before <= 0 ? null : now / before - 1;

interface Earlier {
  readonly date: Day;
  readonly mrr: number | null;
  readonly employees: number | null;
}

/** The figures of half a year ago, or else the oldest of the last year, if they are at least a month old. */
async function earlierFigures(tx: Tx, company: string, asOf: Day): Promise<Earlier | null> {
  const halfYear = addMonths(asOf, -6);
  const { rows } = await sql<Earlier>`select date, mrr, employees from snapshots
    where workspace_id = (select current_workspace()) and company = ${company}
      and date between ${addMonths(asOf, -12)} and ${addDays(asOf, -30)}
    order by date <= ${halfYear}::date desc, case when date <= ${halfYear}::date then date end desc, date limit 1`.execute(
    tx,
  );
  return rows[0] ?? null;
}

async function preferredCommunication(tx: Tx, company: string): Promise<CadenceFactors['preferred']> {
  const { rows } = await sql<{ method: MeetingMethod | null; every: CadenceInterval | null }>`
    select preferred_method as method, preferred_every as every from companies
    where workspace_id = (select current_workspace()) and key = ${company}`.execute(tx);
  return rows[0] ?? { method: null, every: null };
}
