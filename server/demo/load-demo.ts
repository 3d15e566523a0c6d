import { sql } from 'kysely';
import {
  type ImportOptions,
  type ImportResult,
  importBundle,
  onlyWorkspace,
} from '../bundle/import-bundle.ts';
import { bundleOfTexts } from '../bundle/source.ts';
import type { Database } from '../platform/database/database.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { csvFiles } from './csv-files.ts';
import { DEMO_DAY, demoPortfolio } from './portfolio.ts';
import { demoRecords } from './records.ts';
import { writeDemoHistory } from './write-history.ts';

/**
 * Loads the demo portfolio as an import of its bundle, and then its history, into a workspace that holds no company yet: the
 * one named, the only one there is, or a new one. Rejects where there are companies, with nothing changed.
 */
export async function loadDemo(database: Database, options: ImportOptions = {}): Promise<ImportResult> {
  const workspace = options.workspace ?? (await onlyWorkspace(database));
  if (workspace !== undefined && (await hasCompanies(database, workspace)))
    throw new Error('The workspace already holds companies; the demo portfolio goes into an empty one.');
  const portfolio = demoPortfolio();
  const { rows, contents } = demoRecords(portfolio);
  const bundle = bundleOfTexts(csvFiles({ ...portfolio, ...rows }), contents);
  const result = await importBundle(database, bundle, options);
  const filled = workspace ?? (await onlyWorkspace(database));
  if (result.ok && filled !== undefined) await writeDemoHistory(database, filled, DEMO_DAY);
  return result;
}

function hasCompanies(database: Database, workspace: string): Promise<boolean> {
  return inWorkspace(database, { workspace, companies: 'all' }, async (tx) => {
    const { rows } = await sql`select from companies where workspace_id = ${workspace} limit 1`.execute(tx);
    return rows.length > 0;
  });
}
