import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Mark } from '../../domain/work-queue/mark.ts';
import type { WorkItem } from '../../domain/work-queue/work-item.ts';
import type { Tx } from '../platform/database/transaction.ts';

/** A mark as it is stored. */
export interface StoredMark extends Mark {
  readonly company: string;
  readonly item: string;
  readonly reason: string | null;
  /** A user id, or a name. */
  readonly markedBy: string | null;
  readonly markedAt: Date;
}

/** Names an item over all companies. */
export const nameOf = (company: string, item: string): string => JSON.stringify([company, item]);

/** What was done with items of the companies that the transaction sees, by nameOf. */
export async function readMarks(tx: Tx): Promise<ReadonlyMap<string, StoredMark>> {
  const { rows } = await sql<StoredMark>`
    select company, item, cause, state, until, reason, marked_by as "markedBy", marked_at as "markedAt"
    from work_queue_marks where workspace_id = (select current_workspace())`.execute(tx);
  return new Map(rows.map((row) => [nameOf(row.company, row.item), row]));
}

/** Of an item with what was done with it. */
export function etagOf({ id, cause }: Pick<WorkItem, 'id' | 'cause'>, mark: StoredMark | undefined): string {
  const state = [id, cause, mark?.state, mark?.cause, mark?.markedAt.toISOString()];
  return `"${createHash('md5').update(JSON.stringify(state)).digest('hex')}"`;
}

export async function writeMark(tx: Tx, mark: Omit<StoredMark, 'markedAt'>): Promise<void> {
  const { company, item, cause, state, until, reason, markedBy } = mark;
  await sql`insert into work_queue_marks (workspace_id, company, item, cause, state, until, reason, marked_by, marked_at)
    values ((select current_workspace()), ${company}, ${item}, ${cause}, ${state}, ${until}, ${reason}, ${markedBy},
      date_trunc('milliseconds', clock_timestamp()))
    on conflict (workspace_id, company, item) do update set cause = excluded.cause, state = excluded.state,
      until = excluded.until, reason = excluded.reason, marked_by = excluded.marked_by, marked_at = excluded.marked_at`.execute(
    tx,
  );
}

/** What was done with an item, which is forgotten by that; undefined: nothing. */
export async function takeMark(tx: Tx, company: string, item: string): Promise<StoredMark | undefined> {
  const { rows } = await sql<StoredMark>`
    delete from work_queue_marks
    where workspace_id = (select current_workspace()) and company = ${company} and item = ${item}
    returning company, item, cause, state, until, reason, marked_by as "markedBy", marked_at as "markedAt"`.execute(
    tx,
  );
  return rows[0];
}
