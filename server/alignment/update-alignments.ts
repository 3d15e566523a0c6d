import { sql } from 'kysely';
import type { AlignmentBulkChange } from '../../contract/alignment.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import type { Cell } from './cell.ts';
import { setCells, settable } from './set-cells.ts';
import { storedCells } from './stored-cells.ts';

/** Sets the same values in many cells, in all of them or in none; resolves to how many that changed. */
export async function updateAlignments(
  tx: Tx,
  { workspace, user, loaded }: Viewer,
  cells: readonly Cell[],
  change: AlignmentBulkChange,
): Promise<number> {
  await lockCompanies(tx, [...new Set(cells.map((cell) => cell.company))]);
  return setCells(tx, { workspace, user: user.id, on: loaded.asOf }, await storedCells(tx, cells), change);
}

/** The same in those of the cells in which the change can be made; `left` says how many others there are. */
export async function updateApplicable(
  tx: Tx,
  { workspace, user, loaded }: Viewer,
  cells: readonly Cell[],
  change: AlignmentBulkChange,
): Promise<{ readonly changed: number; readonly left: number }> {
  await lockCompanies(tx, [...new Set(cells.map((cell) => cell.company))]);
  const open = settable(await storedCells(tx, cells), change);
  const changed = await setCells(tx, { workspace, user: user.id, on: loaded.asOf }, open, change);
  return { changed, left: cells.length - open.length };
}

/** In one order whoever asks, so that two never wait for each other. */
async function lockCompanies(tx: Tx, ids: readonly string[]): Promise<void> {
  const { rows } = await sql<{ key: string }>`select key from companies
    where workspace_id = (select current_workspace()) and key = any(${ids})
    order by key collate "C" for no key update`.execute(tx);
  const found = new Set(rows.map((row) => row.key));
  const missing = ids.find((id) => !found.has(id));
  if (missing !== undefined) throw notFound('company', missing);
}
