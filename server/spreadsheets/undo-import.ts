import { sql } from 'kysely';
import type { SheetImport } from '../../contract/spreadsheets.ts';
import type { SheetKindName } from '../../domain/spreadsheets/sheet-kinds.ts';
import { audit } from '../access/audit.ts';
import type { Viewer } from '../access/viewer.ts';
import { hangingOn } from '../companies/delete-company.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { readSheetImport } from './read-imports.ts';
import { isRow } from './stored-images.ts';

/** The tables whose rows would go, or lose something, with a row that an import created. */
const HOLDING: Partial<Record<SheetKindName, readonly (readonly [table: string, column: string])[]>> = {
  companies: Object.keys(hangingOn).map((table) => [table, 'company'] as const),
  contacts: [['meeting_contacts', 'contact']],
  contracts: [['contract_lines', 'contract']],
};

/**
 * Puts every row of an import back as it was before. Refuses it (`conflict`) if it was undone, if a row has been changed since, or
 * if something has been added to a row that would go; then nothing changes.
 */
export async function undoImport(
  tx: Tx,
  { workspace, user }: Viewer,
  id: string,
  now: Date,
): Promise<SheetImport> {
  await sql`select from workspaces where id = ${workspace} for no key update`.execute(tx);
  const made = await readSheetImport(tx, id);
  if (made.undoneAt !== null) throw new Refusal('conflict', 'This import was undone already.');
  const { kind } = made;
  await requireUntouched(tx, kind, id);
  await requireNothingOn(tx, kind, id);
  const table = sql.table(kind);
  const ofImport = sql`w.workspace_id = ${workspace} and w.import = ${id}`;
  if (kind === 'companies')
    await sql`delete from snapshots s using spreadsheet_import_rows w
      where s.workspace_id = ${workspace} and ${ofImport} and w.before is null and s.company = w.identity[1]`.execute(
      tx,
    );
  await sql`delete from ${table} t using spreadsheet_import_rows w
    where t.workspace_id = ${workspace} and ${ofImport} and w.before is null and ${isRow(kind)}`.execute(tx);
  const columns = await columnsOf(tx, kind);
  await sql`update ${table} t set (${sql.join(columns.map((name) => sql.ref(name)))}) =
      (select ${sql.join(columns.map((name) => sql.ref(`b.${name}`)))} from jsonb_populate_record(null::${table}, w.before) b)
    from spreadsheet_import_rows w
    where t.workspace_id = ${workspace} and ${ofImport} and w.before is not null and ${isRow(kind)}`.execute(
    tx,
  );
  await sql`update spreadsheet_imports set undone_at = ${now}, undone_by = ${user.id}
    where workspace_id = ${workspace} and id = ${id}`.execute(tx);
  const { fileName, created, updated } = made;
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'undo spreadsheet import',
    before: { file: fileName, created, updated },
  });
  return readSheetImport(tx, id);
}

async function requireUntouched(tx: Tx, kind: SheetKindName, id: string): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select array_to_string(w.identity, ' × ') as name from spreadsheet_import_rows w
    left join ${sql.table(kind)} t on t.workspace_id = w.workspace_id and ${isRow(kind)}
    where w.workspace_id = (select current_workspace()) and w.import = ${id} and to_jsonb(t) is distinct from w.after
    order by 1`.execute(tx);
  if (rows.length > 0) throw new Refusal('conflict', `${inWords(rows)} changed since. Nothing was undone.`);
}

async function requireNothingOn(tx: Tx, kind: SheetKindName, id: string): Promise<void> {
  const holding = (HOLDING[kind] ?? []).map(
    ([table, column]) => sql`select w.identity[1] as name from spreadsheet_import_rows w
      join ${sql.table(table)} h on h.workspace_id = w.workspace_id and ${sql.ref(`h.${column}`)} = w.identity[1]
      where w.workspace_id = (select current_workspace()) and w.import = ${id} and w.before is null
        ${table === 'snapshots' ? sql`and h.mrr <> 0` : sql``}`,
  );
  if (holding.length === 0) return;
  const { rows } = await sql<{ name: string }>`${sql.join(holding, sql` union `)} order by 1`.execute(tx);
  if (rows.length > 0)
    throw new Refusal('conflict', `${inWords(rows)} got something of their own since. Nothing was undone.`);
}

function inWords(rows: readonly { readonly name: string }[]): string {
  const named = rows.slice(0, 3).map(({ name }) => `"${name}"`);
  const more = rows.length - named.length;
  return `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''} ${rows.length === 1 ? 'has' : 'have'}`;
}

async function columnsOf(tx: Tx, kind: SheetKindName): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute
    where attrelid = ${kind}::regclass and attnum > 0 and not attisdropped and attgenerated = ''
    order by attnum`.execute(tx);
  return rows.map(({ name }) => name);
}
