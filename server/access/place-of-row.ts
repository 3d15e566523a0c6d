import { sql } from 'kysely';
import type { Database } from '../platform/database/database.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import { seesCompany, type Viewer } from './viewer.ts';

/** A row that is asked for by its key alone, and the company that it belongs to. */
export interface RowPlace {
  readonly company: string;
  readonly id: string;
}

const words = {
  contacts: 'contact',
  contracts: 'contract',
  contract_lines: 'contract line',
  records: 'record',
  csat: 'CSAT response',
  csat_surveys: 'survey link',
  alignment_notes: 'alignment note',
  recommendations: 'recommendation',
  meetings: 'meeting',
  action_items: 'action item',
  escalations: 'escalation',
  goals: 'goal',
  escalation_log: 'log entry',
  assessments: 'assessment',
  onboarding_tasks: 'onboarding task',
} as const;

/** Where a row stands; one of a company that the viewer does not see does not exist (404). */
export async function placeOfRow(
  database: Database,
  viewer: Viewer,
  table: keyof typeof words,
  id: string,
): Promise<RowPlace> {
  const scope = { workspace: viewer.workspace, companies: 'all' } as const;
  const { rows } = await inWorkspace(database, scope, (tx) =>
    sql<{ company: string }>`select company from ${sql.table(table)}
      where workspace_id = (select current_workspace()) and key = ${id}`.execute(tx),
  );
  const company = rows[0]?.company;
  if (company === undefined || !seesCompany(viewer, company)) throw notFound(words[table], id);
  return { company, id };
}
