import { type Kysely, sql } from 'kysely';
import { type FileFormat, fileFormat } from '../../contract/bundle/format.ts';
import type { SheetKindName } from '../../domain/spreadsheets/sheet-kinds.ts';
import { identityColumns } from '../bundle/sql.ts';
import type { Tables } from '../platform/database/tables.ts';

/** A row as its table has it; what tells it apart, in the order of the bundle's columns. */
export interface Image {
  readonly identity: readonly string[];
  readonly row: Readonly<Record<string, unknown>>;
}

/** The rows of a kind that these identities name, as far as there are any. */
export async function readImages(
  tx: Kysely<Tables>,
  kind: SheetKindName,
  identities: readonly (readonly string[])[],
): Promise<readonly Image[]> {
  const table = sql.table(kind);
  const { rows } = await sql<Image>`
    select w.identity, to_jsonb(t) as row
    from jsonb_array_elements(${JSON.stringify(identities)}::jsonb) as given,
      lateral (select array(select jsonb_array_elements_text(given)) as identity) w
    join ${table} t on t.workspace_id = (select current_workspace()) and ${isRow(kind)}`.execute(tx);
  return rows;
}

/** Whether t is the row that w.identity names. */
export function isRow(kind: SheetKindName) {
  const columns = identityColumns(formatOf(kind));
  return sql.join(
    columns.map((column, i) => sql`${sql.ref(`t.${column}`)} = w.identity[${sql.lit(i + 1)}]`),
    sql` and `,
  );
}

export const formatOf = (kind: SheetKindName): FileFormat => fileFormat(kind)!;
