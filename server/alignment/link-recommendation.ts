import { sql } from 'kysely';
import type { NewLink } from '../../contract/recommendations.ts';
import { audit } from '../access/audit.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import { newKeys } from '../platform/database/new-keys.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Cell } from './cell.ts';
import { requireApplicable, storedCells } from './stored-cells.ts';

/**
 * Gives one of the company's recommendations, or a new one, a line for the cell's stack item. Refuses a cell that is not
 * applicable (`unprocessable`) and a recommendation that has such a line (`conflict`).
 */
export async function linkRecommendation(
  tx: Tx,
  { workspace, user }: Viewer,
  cell: Cell,
  { recommendation, title, mrr, oneTime, winProbability }: NewLink,
): Promise<void> {
  const { company, stackItem } = cell;
  await lockCompany(tx, company);
  requireApplicable(await storedCells(tx, [cell]));
  if (recommendation !== undefined) await requireUnlinked(tx, cell, recommendation);
  const id =
    recommendation ?? (await insertRecommendation(tx, workspace, company, title!, winProbability ?? null));
  await insertLine(tx, workspace, cell, { recommendation: id, mrr, oneTime });
  await audit(tx, {
    workspace,
    actor: user.id,
    action: recommendation === undefined ? 'create recommendation' : 'link recommendation',
    company,
    subject: id,
    after: { title, winProbability, stackItem: stackItem.id, mrr, oneTime },
  });
}

async function requireUnlinked(tx: Tx, { company, stackItem }: Cell, recommendation: string): Promise<void> {
  const { rows } = await sql<{ title: string; linked: boolean }>`
    select title, exists (select from recommendation_lines l
      where l.workspace_id = r.workspace_id and l.recommendation = r.key and l.stack_item = ${stackItem.id}) as linked
    from recommendations r
    where workspace_id = (select current_workspace()) and company = ${company} and key = ${recommendation}
    for update`.execute(tx);
  const [row] = rows;
  if (!row) throw notFound('recommendation', recommendation);
  if (row.linked) throw new Refusal('conflict', `"${row.title}" is linked to "${stackItem.name}" already.`);
}

/** Its key begins with the company's, so that it says nothing of others'. */
async function insertRecommendation(
  tx: Tx,
  workspace: string,
  company: string,
  title: string,
  winProbability: number | null,
): Promise<string> {
  const keys = newKeys(`${company} ${title}`);
  for (;;) {
    const key = keys.next().value;
    const { rows } = await sql`
      insert into recommendations (workspace_id, key, company, title, win_probability)
      values (${workspace}, ${key}, ${company}, ${title}, ${winProbability}) on conflict do nothing returning key`.execute(
      tx,
    );
    if (rows.length > 0) return key;
  }
}

async function insertLine(
  tx: Tx,
  workspace: string,
  { company, stackItem }: Cell,
  line: {
    readonly recommendation: string;
    readonly mrr: number | undefined;
    readonly oneTime: number | undefined;
  },
): Promise<void> {
  const keys = newKeys(`${line.recommendation} ${stackItem.id}`);
  for (;;) {
    const key = keys.next().value;
    const { rows } = await sql`
      insert into recommendation_lines (workspace_id, key, recommendation, company, stack_item, mrr, one_time)
      values (${workspace}, ${key}, ${line.recommendation}, ${company}, ${stackItem.id}, ${line.mrr ?? null},
        ${line.oneTime ?? null})
      on conflict do nothing returning key`.execute(tx);
    if (rows.length > 0) return;
  }
}
