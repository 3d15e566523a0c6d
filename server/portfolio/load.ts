import { type Kysely, sql } from 'kysely';
import { today } from '../../domain/calendar/day.ts';
import { createPortfolio, putCompany } from '../../domain/portfolio/columns.ts';
import { companyFigures } from '../../domain/portfolio/company-figures.ts';
import type { Definitions } from '../../domain/portfolio/definitions.ts';
import type { CompanyFacts } from '../../domain/portfolio/facts.ts';
import type { CompanyFigures } from '../../domain/portfolio/figures.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import type { Database } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import { loadCompanyFacts } from './company-facts.ts';
import { loadDefinitions } from './definitions.ts';
import { loadGrants } from './grants.ts';
import type { LoadedPortfolio } from './loaded-portfolio.ts';
import { inSnapshot } from './snapshot.ts';

/** So many companies' facts are in memory at a time; the columns keep figures only. */
const CHUNK = 100;

/** The whole portfolio of a workspace as of the day that `now` falls on, from one state of the database. */
export function loadPortfolio(database: Database, workspace: string, now: Date): Promise<LoadedPortfolio> {
  return inSnapshot(database, workspace, async (tx) => {
    const { rows } = await sql<{ revision: number }>`
      select revision from workspaces where id = (select current_workspace())`.execute(tx);
    const definitions = await loadDefinitions(tx);
    const grants = await loadGrants(tx);
    const asOf = today(definitions.workspace, now);
    const portfolio = createPortfolio(definitions);
    for await (const facts of companiesInChunks(tx, definitions.workspace.timeZone)) {
      for (const company of facts) putCompany(portfolio, figuresOf(definitions, company, asOf));
    }
    return { workspace, revision: rows[0]!.revision, definitions, grants, portfolio, asOf };
  });
}

/** The next chunk is on its way while the last one is worked on, so that database and rules do not wait for each other. */
async function* companiesInChunks(tx: Kysely<Tables>, timeZone: string): AsyncGenerator<CompanyFacts[]> {
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

/** The rules' figures; an error names the company that they fail on. */
export function figuresOf(definitions: Definitions, facts: CompanyFacts, asOf: Day): CompanyFigures {
  try {
    return companyFigures(definitions, facts, asOf);
  } catch (error) {
    throw new Error(`The figures of company "${facts.id}" cannot be computed: ${(error as Error).message}`, {
      cause: error,
    });
  }
}
