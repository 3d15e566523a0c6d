import { type RawBuilder, sql } from 'kysely';
import type { SheetImport } from '../../contract/spreadsheets.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';

/** What was brought in from spreadsheets, the latest first; at most 200. */
export function readSheetImports(tx: Tx): Promise<SheetImport[]> {
  return importRows(tx, sql`true`);
}

export async function readSheetImport(tx: Tx, id: string): Promise<SheetImport> {
  const [made] = await importRows(tx, sql`i.id::text = ${id}`);
  if (!made) throw notFound('import', id);
  return made;
}

async function importRows(tx: Tx, which: RawBuilder<unknown>): Promise<SheetImport[]> {
  const { rows } = await sql<
    Omit<SheetImport, 'importedAt' | 'undoneAt'> & {
      readonly importedAt: Date;
      readonly undoneAt: Date | null;
    }
  >`select i.id::text, i.kind, i.file_name as "fileName", i.headings, i.mapping, i.dates, i.decimals,
      i.imported_at as "importedAt", json_build_object('id', i.imported_by, 'name', coalesce(u.name, i.imported_by)) as "importedBy",
      i.created, i.updated, i.unchanged, i.undone_at as "undoneAt",
      case when i.undone_by is not null then json_build_object('id', i.undone_by, 'name', coalesce(b.name, i.undone_by)) end as "undoneBy"
    from spreadsheet_imports i
    left join users u on u.workspace_id = i.workspace_id and u.key = i.imported_by
    left join users b on b.workspace_id = i.workspace_id and b.key = i.undone_by
    where i.workspace_id = (select current_workspace()) and ${which}
    order by i.id desc limit 200`.execute(tx);
  return rows.map((row) => ({
    ...row,
    importedAt: row.importedAt.toISOString(),
    undoneAt: row.undoneAt?.toISOString() ?? null,
  }));
}
