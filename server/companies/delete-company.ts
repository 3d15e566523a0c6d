import { sql } from 'kysely';
import { audit } from '../access/audit.ts';
import { requireUnchangedBy } from '../access/require-unchanged.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import { asChange, profileActions, profileColumns } from './profile-columns.ts';
import { readProfile } from './read-profile.ts';

/** What keeps a company from being deleted, by table: of one, of several. The rest goes with it, as do days without revenue. */
export const hangingOn = {
  contacts: ['contact', 'contacts'],
  contracts: ['contract', 'contracts'],
  alignments: ['alignment cell', 'alignment cells'],
  alignment_notes: ['alignment note', 'alignment notes'],
  recommendations: ['recommendation', 'recommendations'],
  health_scores: ['health score', 'health scores'],
  effort_scores: ['effort score', 'effort scores'],
  health_overrides: ['health override', 'health overrides'],
  facts: ['fact', 'facts'],
  csat: ['CSAT response', 'CSAT responses'],
  assessments: ['assessment', 'assessments'],
  assessment_answers: ['assessment answer', 'assessment answers'],
  goals: ['goal', 'goals'],
  meetings: ['meeting', 'meetings'],
  cadences: ['cadence', 'cadences'],
  escalations: ['escalation', 'escalations'],
  snapshots: ['day with revenue in history', 'days with revenue in history'],
} as const;

/** Deletes a company. Refuses one that anything hangs on, in words (`conflict`), and an If-Match that no longer holds. */
export async function deleteCompany(
  tx: Tx,
  viewer: Viewer,
  id: string,
  ifMatch: string | undefined,
): Promise<void> {
  const { workspace, user, loaded } = viewer;
  const { rows } = await sql`select from companies
    where workspace_id = ${workspace} and key = ${id} for update`.execute(tx);
  if (rows.length === 0) throw notFound('company', id);
  const profile = await readProfile(tx, loaded, id);
  await requireUnchangedBy(tx, viewer, ifMatch, profile, { company: id, actions: profileActions });
  const hanging = await whatHangsOn(tx, id);
  if (hanging.length > 0)
    throw new Refusal('conflict', `"${profile.name}" has ${hanging.join(', ')}. Archive it instead.`);
  await sql`delete from snapshots where workspace_id = ${workspace} and company = ${id}`.execute(tx);
  await sql`delete from companies where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  const stored = asChange(profile);
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'delete company',
    company: id,
    before: Object.fromEntries(Object.keys(profileColumns).map((name) => [name, stored[name as 'name']])),
  });
}

async function whatHangsOn(tx: Tx, id: string): Promise<string[]> {
  const counts = Object.keys(hangingOn).map(
    (table) => sql`select ${table} as "table", count(*)::int as count from ${sql.table(table)}
      where workspace_id = (select current_workspace()) and company = ${id}
        ${table === 'snapshots' ? sql`and mrr <> 0` : sql``}`,
  );
  const { rows } = await sql<{ table: keyof typeof hangingOn; count: number }>`
    ${sql.join(counts, sql` union all `)}`.execute(tx);
  return rows
    .filter(({ count }) => count > 0)
    .map(({ table, count }) => `${count} ${hangingOn[table][count === 1 ? 0 : 1]}`);
}
