import { sql } from 'kysely';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';

/** The ETag of a cell in which nothing was ever set. */
export const UNSET = '"unset"';

const version = sql<string>`'"' || md5(a::text) || '"'`;

/** The ETags of a company's cells by stack item; one that is not in it is UNSET. It changes with what is set by hand. */
export async function etagsOf(tx: Tx, company: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ stackItem: string; etag: string }>`
    select a.stack_item as "stackItem", ${version} as etag from alignments a
    where workspace_id = (select current_workspace()) and company = ${company}`.execute(tx);
  return new Map(rows.map(({ stackItem, etag }) => [stackItem, etag]));
}

/** Refuses a change (412) based on another state than the present one. Without If-Match, or with `*`, any state will do. */
export function requireMatch(ifMatch: string | undefined, etag: string): void {
  if (ifMatch === undefined) return;
  const wanted = ifMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (!wanted.includes('*') && !wanted.includes(etag))
    throw new Refusal('precondition_failed', 'Somebody has changed this since you read it. Read it again.', {
      details: { etag },
    });
}
