import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { AlignmentNote } from '../../contract/alignment-notes.ts';
import { audit } from '../access/audit.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import type { Tx } from '../platform/database/transaction.ts';
import type { Cell } from './cell.ts';
import { requireApplicable, storedCells } from './stored-cells.ts';

/** Adds a note about a cell, which must be applicable. */
export async function createNote(
  tx: Tx,
  { workspace, user }: Viewer,
  cell: Cell,
  text: string,
): Promise<AlignmentNote> {
  const { company, stackItem } = cell;
  await lockCompany(tx, company);
  requireApplicable(await storedCells(tx, [cell]));
  const id = randomUUID();
  const { rows } = await sql<{ at: Date }>`
    insert into alignment_notes (workspace_id, key, company, stack_item, text, created_at, created_by)
    values (${workspace}, ${id}, ${company}, ${stackItem.id}, ${text}, clock_timestamp(), ${user.id})
    returning created_at as at`.execute(tx);
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'create alignment note',
    company,
    subject: stackItem.id,
    after: { text },
  });
  return { id, text, createdAt: rows[0]!.at.toISOString(), createdBy: { id: user.id, name: user.name } };
}
