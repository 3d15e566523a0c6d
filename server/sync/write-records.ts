import { sql } from 'kysely';
import type { RecordKind } from '../../domain/sync/records.ts';
import type { Tx } from '../platform/database/transaction.ts';
import type { ClaimedRun } from './claim-run.ts';
import { type RecordRow, storableJson } from './record-row.ts';

export interface Written {
  /** Those that the run had not seen before. */
  readonly fresh: number;
  readonly created: number;
  readonly changed: number;
}

/**
 * Writes what is new or different, and that the run saw the others. A record that had gone is there again. One whose time of
 * change alone is another counts as the same, but what hangs on it is read again: a line that changes may touch its contract.
 */
export async function writeRecords(
  tx: Tx,
  { workspace, connection, id: run }: ClaimedRun,
  kind: RecordKind,
  rows: readonly RecordRow[],
): Promise<Written> {
  const written = await sql<Written>`
    with judged as (
      select p.*, s.id is null as created, s.seen_run is distinct from ${run} as fresh,
        s.id is not null and (s.fields is distinct from p.fields or s.gone_at is not null) as changed
      from jsonb_to_recordset(${storableJson(rows)}::jsonb) as p (id text, fields jsonb, company text, parent text,
        at timestamptz, hours numeric, updated_at timestamptz)
      left join sync_records s on s.workspace_id = ${workspace} and s.connection = ${connection} and s.kind = ${kind} and s.id = p.id
    ), written as (
      insert into sync_records as s (workspace_id, connection, kind, id, fields, company, parent, at, hours, updated_at, changed_run, seen_run)
      select ${workspace}::uuid, ${connection}, ${kind}, id, fields, company, parent, at, hours, updated_at, ${run}, ${run}
      from judged where created or changed or fresh
      on conflict (workspace_id, connection, kind, id) do update set fields = excluded.fields, company = excluded.company,
        parent = excluded.parent, at = excluded.at, hours = excluded.hours, updated_at = excluded.updated_at, gone_at = null,
        seen_run = excluded.seen_run,
        changed_run = case when s.fields is distinct from excluded.fields or s.gone_at is not null
            or s.updated_at is distinct from excluded.updated_at
          then excluded.changed_run else s.changed_run end
    )
    select count(*) filter (where fresh) as fresh, count(*) filter (where created) as created,
      count(*) filter (where changed) as changed
    from judged`.execute(tx);
  return written.rows[0]!;
}

/** Notes that the run saw these records, and leaves what is in them. */
export async function keepRecords(
  tx: Tx,
  { workspace, connection, id: run }: ClaimedRun,
  kind: RecordKind,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await sql`update sync_records set seen_run = ${run}
    where workspace_id = ${workspace} and connection = ${connection} and kind = ${kind} and id = any(${ids})
      and gone_at is null`.execute(tx);
}

/** Of contracts of which a page has every line, those that it has not are gone. Resolves to how many. */
export async function removeOtherLines(
  tx: Tx,
  { workspace, connection, id: run }: ClaimedRun,
  page: { readonly contracts: readonly string[]; readonly lines: readonly string[]; readonly now: Date },
): Promise<number> {
  const { rows } = await sql`update sync_records set gone_at = ${page.now}, changed_run = ${run}
    where workspace_id = ${workspace} and connection = ${connection} and kind = 'contractLines'
      and parent = any(${page.contracts}) and gone_at is null and id <> all(${page.lines}) returning 1`.execute(
    tx,
  );
  return rows.length;
}
