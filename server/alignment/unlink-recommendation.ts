import { sql } from 'kysely';
import { audit } from '../access/audit.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import type { Cell } from './cell.ts';

/** Takes a recommendation's lines for the cell's stack item away; the recommendation stays, even without any line. */
export async function unlinkRecommendation(
  tx: Tx,
  { workspace, user }: Viewer,
  { company, stackItem }: Cell,
  recommendation: string,
): Promise<void> {
  await lockCompany(tx, company);
  const { rows } = await sql<{ id: string; mrr: number | null; oneTime: number | null }>`
    delete from recommendation_lines
    where workspace_id = ${workspace} and company = ${company} and recommendation = ${recommendation}
      and stack_item = ${stackItem.id}
    returning key as id, mrr, one_time as "oneTime"`.execute(tx);
  if (rows.length === 0) throw notFound('recommendation', recommendation);
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'unlink recommendation',
    company,
    subject: recommendation,
    before: { stackItem: stackItem.id, lines: rows },
  });
}
