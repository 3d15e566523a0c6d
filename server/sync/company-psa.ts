import { sql } from 'kysely';
import type { CompanyPsa } from '../../contract/company-psa.ts';
import { addDays } from '../../domain/calendar/day.ts';
import { instantInZone } from '../../domain/calendar/time-zone.ts';
import { FACT_DAYS } from '../../domain/sync/apply/support-facts.ts';
import { compareText } from '../../domain/text/compare.ts';
import type { Tx } from '../platform/database/transaction.ts';
import type { FactWindow } from './apply/read-mirror.ts';
import { type StoredSource, syncedFrom } from './synced-from.ts';

/** A company as a connected system has it. */
interface Place {
  readonly connection: string;
  readonly record: string;
}

const MOST_TICKETS = 20;
const MOST_MONTHS = 12;

/** What each system that a company is linked with holds of it. The transaction sees the whole workspace. */
export async function readCompanyPsa(tx: Tx, company: string, window: FactWindow): Promise<CompanyPsa[]> {
  const { rows } = await sql<Place & { source: StoredSource }>`
    select connection, record, synced_from('companies', key, connection) as source from sync_links
    where workspace_id = (select current_workspace()) and kind = 'companies' and key = ${company}
    order by connection collate "C"`.execute(tx);
  const items: CompanyPsa[] = [];
  for (const { source, ...place } of rows)
    items.push({
      syncedFrom: syncedFrom('companies', source)!,
      sites: await sitesOf(tx, place),
      opportunities: await opportunitiesOf(tx, place),
      tickets: await ticketsOf(tx, place, window),
      hours: await hoursOf(tx, place),
    });
  return items;
}

async function sitesOf(tx: Tx, place: Place): Promise<CompanyPsa['sites']> {
  const sites = await recordsOf<CompanyPsa['sites'][number]>(tx, place, 'sites');
  const picked = sites.map(({ name, primary, active, city, country }) => ({
    ...{ name, primary, active, city, country },
  }));
  return picked.sort(
    (a, b) =>
      Number(b.primary) - Number(a.primary) ||
      Number(b.active) - Number(a.active) ||
      compareText(a.name, b.name),
  );
}

type Opportunity = CompanyPsa['opportunities'][number];

async function opportunitiesOf(tx: Tx, place: Place): Promise<Opportunity[]> {
  const found = await recordsOf<Opportunity & { state: string }>(tx, place, 'opportunities');
  const open = found.filter(({ state }) => state === 'open');
  const picked = open.map(({ name, stage, probability, closeOn, oneTime, monthly, owner }) => ({
    ...{ name, stage, probability, closeOn, oneTime, monthly, owner },
  }));
  return picked.sort(
    (a, b) => compareText(a.closeOn ?? '9999', b.closeOn ?? '9999') || compareText(a.name, b.name),
  );
}

async function recordsOf<Fields>(tx: Tx, { connection, record }: Place, kind: string): Promise<Fields[]> {
  const { rows } = await sql<{ fields: Fields }>`
    select fields from sync_records where workspace_id = (select current_workspace())
      and connection = ${connection} and kind = ${kind} and fields ->> 'company' = ${record} and gone_at is null`.execute(
    tx,
  );
  return rows.map(({ fields }) => fields);
}

async function ticketsOf(
  tx: Tx,
  { connection, record }: Place,
  { today, timeZone }: FactWindow,
): Promise<CompanyPsa['tickets']> {
  const from = instantInZone(addDays(today, 1 - FACT_DAYS), '00:00', timeZone);
  const ofCompany = sql`workspace_id = (select current_workspace()) and connection = ${connection}
    and kind = 'tickets' and company = ${record} and gone_at is null and fields ->> 'kind' = 'service' and at is not null`;
  const { rows: counts } = await sql<{ open: number; created: number }>`
    select count(*) filter (where not (fields ->> 'closed')::boolean)::int as open,
      count(*) filter (where at >= ${from})::int as created
    from sync_records where ${ofCompany}`.execute(tx);
  const { rows } = await sql<{ fields: CompanyPsa['tickets']['latest'][number] }>`
    select fields from sync_records where ${ofCompany} and at >= ${from}
    order by at desc, id limit ${MOST_TICKETS}`.execute(tx);
  const latest = rows.map(({ fields: { number, title, priority, status, closed, createdAt } }) => ({
    ...{ number, title, priority, status, closed, createdAt },
  }));
  return { ...counts[0]!, latest };
}

async function hoursOf(tx: Tx, { connection, record }: Place): Promise<CompanyPsa['hours']> {
  const { rows } = await sql<CompanyPsa['hours'][number]>`
    select to_char(at at time zone 'UTC', 'YYYY-MM') as month, trim_scale(sum(hours))::text as hours
    from sync_records where workspace_id = (select current_workspace()) and connection = ${connection}
      and kind = 'timeEntries' and company = ${record} and gone_at is null and hours is not null
      and at is not null and fields ->> 'kind' = 'service'
    group by 1 order by 1 desc limit ${MOST_MONTHS}`.execute(tx);
  return rows;
}
