import { sql } from 'kysely';
import { addDays } from '../../../domain/calendar/day.ts';
import { instantInZone } from '../../../domain/calendar/time-zone.ts';
import type { Day, Decimal } from '../../../domain/portfolio/values.ts';
import type { Mirror } from '../../../domain/sync/apply/input.ts';
import { FACT_DAYS } from '../../../domain/sync/apply/support-facts.ts';
import type { RecordFields, RecordKind } from '../../../domain/sync/records.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { readSurveys } from './read-surveys.ts';

/** The days whose tickets and hours are counted. */
export interface FactWindow {
  readonly today: Day;
  readonly timeZone: string;
}

/** What a connection's mirror holds now, as far as the portfolio rests on it; of tickets and hours only their sums. */
export async function readMirror(
  tx: Tx,
  connection: string,
  read: ReadonlySet<RecordKind>,
  window: FactWindow,
): Promise<Mirror> {
  return {
    companies: await recordsOf(tx, connection, 'companies'),
    sites: await recordsOf(tx, connection, 'sites'),
    contacts: await recordsOf(tx, connection, 'contacts'),
    products: await recordsOf(tx, connection, 'products'),
    contracts: await recordsOf(tx, connection, 'contracts'),
    contractLines: await recordsOf(tx, connection, 'contractLines'),
    surveys: await readSurveys(tx, connection),
    tickets: read.has('tickets') ? await ticketsOf(tx, connection, window) : null,
    hours: read.has('tickets') && read.has('timeEntries') ? await hoursOf(tx, connection, window) : null,
    read,
  };
}

async function recordsOf<K extends RecordKind>(
  tx: Tx,
  connection: string,
  kind: K,
): Promise<Map<string, RecordFields[K]>> {
  const { rows } = await sql<{ id: string; fields: RecordFields[K] }>`
    select id, fields from sync_records where workspace_id = (select current_workspace())
      and connection = ${connection} and kind = ${kind} and gone_at is null`.execute(tx);
  return new Map(rows.map(({ id, fields }) => [id, fields]));
}

async function ticketsOf(
  tx: Tx,
  connection: string,
  { today, timeZone }: FactWindow,
): Promise<Map<string, number>> {
  const from = instantInZone(addDays(today, 1 - FACT_DAYS), '00:00', timeZone);
  const until = instantInZone(addDays(today, 1), '00:00', timeZone);
  const { rows } = await sql<{ company: string; tickets: number }>`
    select company, count(*)::int as tickets from sync_records
    where workspace_id = (select current_workspace()) and connection = ${connection} and kind = 'tickets'
      and gone_at is null and company is not null and fields ->> 'kind' = 'service'
      and at >= ${from} and at < ${until}
    group by company`.execute(tx);
  return new Map(rows.map(({ company, tickets }) => [company, tickets]));
}

/** Hours without a company are those of their ticket's. The day of work is the one that the vendor's system says, in no zone. */
async function hoursOf(tx: Tx, connection: string, { today }: FactWindow): Promise<Map<string, Decimal>> {
  const { rows } = await sql<{ company: string; hours: Decimal }>`
    select coalesce(e.company, t.company) as company, sum(e.hours)::text as hours
    from sync_records e
    left join sync_records t on e.company is null and t.workspace_id = e.workspace_id
      and t.connection = e.connection and t.kind = 'tickets' and t.id = e.parent
    where e.workspace_id = (select current_workspace()) and e.connection = ${connection}
      and e.kind = 'timeEntries' and e.gone_at is null and e.hours is not null and e.fields ->> 'kind' = 'service'
      and e.at >= ${`${addDays(today, 1 - FACT_DAYS)}T00:00:00Z`} and e.at <= ${`${today}T00:00:00Z`}
      and coalesce(e.company, t.company) is not null
    group by 1`.execute(tx);
  return new Map(rows.map(({ company, hours }) => [company, hours]));
}
