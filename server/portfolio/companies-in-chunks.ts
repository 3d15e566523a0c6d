import { type Kysely, sql } from 'kysely';
import type { CompanyFacts } from '../../domain/portfolio/facts.ts';
import type { Database } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import { inWorkspace, type TransactionScope } from '../platform/database/transaction.ts';
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
  const ids = await companyIds(tx);
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

/** So many are read in one transaction: others wait for it where there is one connection, in the embedded engine. */
const IN_TURN = 50;

/**
 * The same in short transactions, between which others get their turn. So what is stored may change on the way: compare
 * factsRevision before and after.
 */
export async function* companiesInTurn(
  database: Database,
  scope: TransactionScope,
  timeZone: string,
): AsyncGenerator<CompanyFacts[]> {
  const ids = await inWorkspace(database, scope, companyIds);
  for (let from = 0; from < ids.length; from += IN_TURN)
    yield await inWorkspace(database, scope, (tx) =>
      loadCompanyFacts(tx, ids.slice(from, from + IN_TURN), timeZone),
    );
}

/** Every company that the transaction sees, in the order of their ids. */
export async function companyIds(tx: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select key from companies where workspace_id = (select current_workspace()) order by key collate "C"`.execute(
    tx,
  );
  return rows.map((row) => row.key);
}
