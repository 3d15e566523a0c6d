import { sql } from 'kysely';
import type { Tx } from '../platform/database/transaction.ts';

/** The ETag of a cell, or of anything else set by hand, in which nothing was ever set. */
export const UNSET = '"unset"';

/** The ETags of a company's cells by stack item; one that is not in it is UNSET. It changes with what is set by hand. */
export async function etagsOf(tx: Tx, company: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ stackItem: string; etag: string }>`
    select a.stack_item as "stackItem", '"' || md5(a::text) || '"' as etag from alignments a
    where workspace_id = (select current_workspace()) and company = ${company}`.execute(tx);
  return new Map(rows.map(({ stackItem, etag }) => [stackItem, etag]));
}
