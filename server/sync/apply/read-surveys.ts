import { sql } from 'kysely';
import type { Mirror } from '../../../domain/sync/apply/input.ts';
import type { SurveyRecord } from '../../../domain/sync/records.ts';
import type { Tx } from '../../platform/database/transaction.ts';

interface Row {
  readonly id: string;
  readonly fields: SurveyRecord;
}

interface Ticket {
  readonly company: string | null;
  readonly number: string;
}

/** By connection and the id there. */
type ByPlace<Value> = ReadonlyMap<string, Value>;
const placeOf = (connection: string, id: string) => JSON.stringify([connection, id]);

/**
 * A connection's surveys with the company and the ticket that each is about. A survey tool has no companies of its own: what it
 * names is called as in the workspace's other connections, and is known where one company of ours alone is meant.
 */
export async function readSurveys(tx: Tx, connection: string): Promise<Mirror['surveys']> {
  const { rows } = await sql<Row>`
    select id, fields from sync_records where workspace_id = (select current_workspace())
      and connection = ${connection} and kind = 'surveys' and gone_at is null`.execute(tx);
  if (rows.length === 0) return new Map();
  const sources = await sourcesOf(tx, connection);
  const tickets = await ticketsOf(tx, sources, rows);
  const isTool = !sources.includes(connection);
  const keys = isTool ? await companyKeys(tx, sources) : null;
  return new Map(
    rows.map(({ id, fields }) => {
      const { rating, score, comment, email, answeredAt } = fields;
      const ticketIn = (source: string) => tickets.get(placeOf(source, fields.ticket ?? ''));
      const companyIn = (source: string) => fields.company ?? ticketIn(source)?.company ?? null;
      const meant = new Set(
        sources.flatMap((source) => keys?.get(placeOf(source, companyIn(source) ?? '')) ?? []),
      );
      const survey = {
        ...{ rating, score, comment, email, answeredAt },
        company: isTool ? null : companyIn(connection),
        key: meant.size === 1 ? [...meant][0]! : null,
        ticket:
          sources.map((source) => ticketIn(source)?.number).find((number) => number !== undefined) ?? null,
      };
      return [id, survey];
    }),
  );
}

/** The connections whose companies and tickets a survey may name: its own, if that has companies, else all others. */
async function sourcesOf(tx: Tx, connection: string): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select key from connections c where workspace_id = (select current_workspace()) and exists (
      select from sync_records r where r.workspace_id = c.workspace_id and r.connection = c.key and r.kind = 'companies')
    order by key collate "C"`.execute(tx);
  const keys = rows.map(({ key }) => key);
  return keys.includes(connection) ? [connection] : keys;
}

async function ticketsOf(
  tx: Tx,
  sources: readonly string[],
  surveys: readonly Row[],
): Promise<ByPlace<Ticket>> {
  const ids = [...new Set(surveys.flatMap(({ fields }) => fields.ticket ?? []))];
  const { rows } = await sql<Ticket & { connection: string; id: string }>`
    select connection, id, company, fields ->> 'number' as number from sync_records
    where workspace_id = (select current_workspace()) and kind = 'tickets' and connection = any(${sources})
      and id = any(${ids})`.execute(tx);
  return new Map(
    rows.map(({ connection, id, company, number }) => [placeOf(connection, id), { company, number }]),
  );
}

async function companyKeys(tx: Tx, sources: readonly string[]): Promise<ByPlace<string>> {
  const { rows } = await sql<{ connection: string; record: string; key: string }>`
    select l.connection, l.record, l.key from sync_links l
    join companies c on c.workspace_id = l.workspace_id and c.key = l.key
    where l.workspace_id = (select current_workspace()) and l.kind = 'companies'
      and l.connection = any(${sources})`.execute(tx);
  return new Map(rows.map(({ connection, record, key }) => [placeOf(connection, record), key]));
}
