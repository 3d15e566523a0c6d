import { sql } from 'kysely';
import { today } from '../../domain/calendar/day.ts';
import { createPortfolio, putCompany } from '../../domain/portfolio/columns.ts';
import { companyFigures } from '../../domain/portfolio/company-figures.ts';
import type { Definitions } from '../../domain/portfolio/definitions.ts';
import type { CompanyFacts } from '../../domain/portfolio/facts.ts';
import type { CompanyFigures } from '../../domain/portfolio/figures.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import type { Database } from '../platform/database/database.ts';
import { companiesInChunks } from './companies-in-chunks.ts';
import { loadDefinitions } from './definitions.ts';
import { loadGrants } from './grants.ts';
import type { LoadedPortfolio } from './loaded-portfolio.ts';
import { inSnapshot } from './snapshot.ts';

/** The whole portfolio of a workspace as of the day that `now` falls on, from one state of the database. */
export function loadPortfolio(database: Database, workspace: string, now: Date): Promise<LoadedPortfolio> {
  return inSnapshot(database, { workspace, companies: 'all' }, async (tx) => {
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
