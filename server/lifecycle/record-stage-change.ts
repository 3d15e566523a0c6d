import { sql } from 'kysely';
import type { Stage } from '../../domain/portfolio/facts.ts';
import { newKeys } from '../platform/database/new-keys.ts';
import type { Tx } from '../platform/database/transaction.ts';

interface Recorded {
  readonly workspace: string;
  readonly company: string;
  /** User id. */
  readonly by: string;
  /** Null: the company was added in this stage. */
  readonly from: Stage | null;
  readonly to: Stage;
  readonly note: string | null;
  readonly forced: boolean;
}

/** Keeps a change of stage in the company's history; the change itself is the caller's. */
export async function recordStageChange(tx: Tx, change: Recorded): Promise<void> {
  const { workspace, company, by, from, to, note, forced } = change;
  const keys = newKeys(`${company} ${to}`);
  for (;;) {
    const { rows } = await sql`insert into stage_changes
        (workspace_id, key, company, changed_at, changed_by, from_stage, to_stage, note, forced)
      values (${workspace}, ${keys.next().value}, ${company}, date_trunc('milliseconds', clock_timestamp()), ${by}, ${from},
        ${to}, ${note}, ${forced ? true : null})
      on conflict do nothing returning key`.execute(tx);
    if (rows.length > 0) return;
  }
}
