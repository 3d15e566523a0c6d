import { type Kysely, sql } from 'kysely';
import type { CompanyFacts } from '../../domain/portfolio/facts.ts';
import type { Tables } from '../platform/database/tables.ts';
import { loadCompanyFacts } from './company-facts.ts';

/** So many companies' facts are in memory at a time. */
const CHUNK = 100;

/**
 * Everything stored about the companies that the transaction sees, by id. The next chunk is on its way while the last one
 * is worked on, so that database and rules do not wait for each other.
 */
export async function* companiesInChunks(
  tx: Kysely<Tables>,
  timeZone: string,
): AsyncGenerator<CompanyFacts[]> {
  const { rows } = await sql<{ key: string }>`
    select key from companies where workspace_id = (select current_workspace()) order by key collate "C"`.execute(
    tx,
  );
  const ids = rows.map((row) => row.key);
  let next = loadCompanyFacts(tx, ids.slice(0, CHUNK), timeZone);
  try {
    for (let from = CHUNK; from < ids.length; from += CHUNK) {
      const facts = await next;
      next = loadCompanyFacts(tx, ids.slice(from, from + CHUNK), timeZone);
      yield facts;
    }
    yield await next;
  } finally {
    await next.catch(() => undefined); // the one who stops early has a reason of their own
  }
}
