import { sql } from 'kysely';
import { audit } from '../access/audit.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';

/** Deletes a note; the record keeps what it said. */
export async function deleteNote(
  tx: Tx,
  { workspace, user }: Viewer,
  { company, id }: RowPlace,
): Promise<void> {
  const { rows } = await sql<{ stackItem: string; text: string }>`delete from alignment_notes
    where workspace_id = ${workspace} and key = ${id} and company = ${company}
    returning stack_item as "stackItem", text`.execute(tx);
  const [note] = rows;
  if (!note) throw notFound('alignment note', id);
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'delete alignment note',
    company,
    subject: note.stackItem,
    before: { text: note.text },
  });
}
