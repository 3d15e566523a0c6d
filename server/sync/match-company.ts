import { sql } from 'kysely';
import type { Day } from '../../domain/portfolio/values.ts';
import type { Link } from '../../domain/sync/apply/input.ts';
import { newKeys } from '../../domain/sync/apply/new-keys.ts';
import { audit } from '../access/audit.ts';
import { lockCompany } from '../companies/lock-company.ts';
import { recordStageChange } from '../lifecycle/record-stage-change.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import { writeLinks } from './apply/links.ts';
import type { ConnectionPlace } from './sync-context.ts';

export interface CompanyMatch extends ConnectionPlace {
  /** Of a company in the connected system. */
  readonly record: string;
  /** Ours; null: none that is here already. */
  readonly company: string | null;
  /** User id. */
  readonly by: string;
  readonly today: Day;
}

/**
 * Says which company of ours one of a connected system is; the next sync brings what the system has of it there, from wherever it was
 * before. The company that it was before is ours alone from here on, with the contacts that were found here; one that a sync had made
 * is offboarded, as all that it had moves. Without a company the record becomes one of its own. Refuses a company that is linked
 * already, and while a sync runs (`conflict`).
 */
export async function matchCompany(tx: Tx, match: CompanyMatch): Promise<void> {
  const { workspace, connection, record, company, by } = match;
  const { vendor, name } = await requireRecord(tx, match);
  await requireNoRun(tx, connection);
  if (company !== null) await requireUnlinked(tx, match);
  const before = await linkOf(tx, connection, record);
  if (before && before.key === company) return;
  if (before) await part(tx, match, before);
  const key = company ?? (await newKey(tx, vendor, record));
  const made = company === null ? 'created' : 'chosen';
  await writeLinks(tx, connection, [
    { kind: 'companies', record, key, made, stageBefore: null, goneOn: null, owner: null },
  ]);
  if (before)
    await audit(tx, { workspace, actor: by, action: 'part company', company: before.key, subject: name });
  if (company !== null)
    await audit(tx, { workspace, actor: by, action: 'match company', company, subject: name });
}

async function requireRecord(
  tx: Tx,
  { connection, record }: CompanyMatch,
): Promise<{ vendor: string; name: string }> {
  const { rows } = await sql<{ vendor: string; name: string; there: boolean }>`
    select vendor, name, exists (select from sync_records r where r.workspace_id = c.workspace_id
      and r.connection = c.key and r.kind = 'companies' and r.id = ${record} and r.gone_at is null) as there
    from connections c where workspace_id = (select current_workspace()) and key = ${connection}`.execute(tx);
  if (!rows[0]) throw notFound('connection', connection);
  if (!rows[0].there) throw notFound('company of the connected system', record);
  return rows[0];
}

async function requireNoRun(tx: Tx, connection: string): Promise<void> {
  const { rows } = await sql<{ state: string }>`select state from sync_runs
    where workspace_id = (select current_workspace()) and connection = ${connection} and ended_at is null
    for update`.execute(tx);
  if (rows[0]?.state === 'running')
    throw new Refusal('conflict', 'A sync is running. Match companies once it has ended, or cancel it.');
}

/** Two records of one company would each undo what the other says. */
async function requireUnlinked(tx: Tx, { connection, record, company }: CompanyMatch): Promise<void> {
  await lockCompany(tx, company!);
  const { rows } = await sql<{ name: string; record: string }>`
    select c.name, l.record from sync_links l
    join connections c on c.workspace_id = l.workspace_id and c.key = l.connection
    where l.workspace_id = (select current_workspace()) and l.kind = 'companies' and l.key = ${company}
      and not (l.connection = ${connection} and l.record = ${record})`.execute(tx);
  if (rows[0])
    throw new Refusal(
      'conflict',
      `This company is linked with ${rows[0].name} already, with the record ${rows[0].record} there. Part them first.`,
    );
}

async function linkOf(
  tx: Tx,
  connection: string,
  record: string,
): Promise<Pick<Link, 'key' | 'made'> | undefined> {
  const { rows } = await sql<Pick<Link, 'key' | 'made'>>`select key, made from sync_links
    where workspace_id = (select current_workspace()) and connection = ${connection} and kind = 'companies'
      and record = ${record}`.execute(tx);
  return rows[0];
}

/** Leaves a company to us: its contacts that were here before a sync stay, what a sync has made goes with the record. */
async function part(
  tx: Tx,
  { workspace, connection, by, today }: CompanyMatch,
  { key, made }: Pick<Link, 'key' | 'made'>,
): Promise<void> {
  await sql`delete from sync_links l using contacts c
    where l.workspace_id = ${workspace} and l.connection = ${connection} and l.kind = 'contacts' and l.made <> 'created'
      and c.workspace_id = l.workspace_id and c.key = l.key and c.company = ${key}`.execute(tx);
  if (made !== 'created') return;
  const { rows } = await sql<{ stage: 'active' | 'onboarding' }>`
    update companies c set stage = 'offboarded', offboarded_on = ${today}
    from companies old where old.workspace_id = c.workspace_id and old.key = c.key
      and c.workspace_id = ${workspace} and c.key = ${key} and coalesce(old.stage, 'active') <> 'offboarded'
    returning coalesce(old.stage, 'active') as stage`.execute(tx);
  if (rows[0])
    await recordStageChange(tx, {
      ...{ workspace, company: key, by, from: rows[0].stage, to: 'offboarded' },
      ...{ note: 'What a sync had made of it is another company now.', forced: false },
    });
}

async function newKey(tx: Tx, vendor: string, record: string): Promise<string> {
  const { rows } = await sql<{ key: string }>`
    select key from companies where workspace_id = (select current_workspace())
    union select key from sync_links where workspace_id = (select current_workspace()) and kind = 'companies'`.execute(
    tx,
  );
  return newKeys(
    vendor,
    rows.map(({ key }) => key),
  )(record);
}
