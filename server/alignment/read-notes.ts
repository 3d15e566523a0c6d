import { sql } from 'kysely';
import type { AlignmentNote } from '../../contract/alignment-notes.ts';
import type { Grants } from '../../domain/access/grants.ts';
import { namedUser } from '../access/named-user.ts';
import type { Tx } from '../platform/database/transaction.ts';

interface Row {
  readonly id: string;
  readonly text: string;
  readonly createdAt: Date | null;
  readonly createdBy: string | null;
}

/** The notes about one cell in full, newest first; those of unknown time last. */
export async function readNotes(
  tx: Tx,
  grants: Grants,
  company: string,
  stackItem: string,
): Promise<AlignmentNote[]> {
  const { rows } = await sql<Row>`
    select key as id, text, created_at as "createdAt", created_by as "createdBy" from alignment_notes
    where workspace_id = (select current_workspace()) and company = ${company} and stack_item = ${stackItem}
    order by created_at desc nulls last, key collate "C"`.execute(tx);
  return rows.map((row) => noteOf(grants, row));
}

export interface NotesInBrief {
  readonly count: number;
  readonly latest: readonly AlignmentNote[];
}

const SHOWN = 5;
const SHOWN_CHARACTERS = 300;

/** How many notes each cell of a company has, and the beginnings of the latest, by stack item; none: not in it. */
export async function notesInBrief(
  tx: Tx,
  grants: Grants,
  company: string,
): Promise<Map<string, NotesInBrief>> {
  const { rows } = await sql<Row & { stackItem: string; count: number }>`
    select * from (
      select stack_item as "stackItem", key as id, created_at as "createdAt", created_by as "createdBy",
        case when length(text) > ${SHOWN_CHARACTERS} then left(text, ${SHOWN_CHARACTERS}) || '…' else text end as text,
        count(*) over (partition by stack_item)::int as count,
        row_number() over (partition by stack_item order by created_at desc nulls last, key collate "C") as place
      from alignment_notes where workspace_id = (select current_workspace()) and company = ${company}) notes
    where place <= ${SHOWN} order by place`.execute(tx);
  const brief = new Map<string, { count: number; latest: AlignmentNote[] }>();
  for (const { stackItem, count, ...row } of rows) {
    const notes = brief.get(stackItem) ?? { count, latest: [] };
    notes.latest.push(noteOf(grants, row));
    brief.set(stackItem, notes);
  }
  return brief;
}

function noteOf(grants: Grants, { id, text, createdAt, createdBy }: Row): AlignmentNote {
  return {
    id,
    text,
    createdAt: createdAt?.toISOString() ?? null,
    createdBy: createdBy === null ? null : namedUser(grants, createdBy),
  };
}
