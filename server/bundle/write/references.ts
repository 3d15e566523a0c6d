import type { Kysely } from 'kysely';
import type { Column, FileFormat } from '../../../contract/bundle/format.ts';
import { ALL_COMPANIES } from '../../../domain/access/grants.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { listEntries } from '../cells/list.ts';
import { arrayLiteral } from '../cells/read-cell.ts';
import { named, query } from '../sql.ts';

/** The column by which a table of references names the row that they belong to: `security_group` of `security_groups`. */
export function ownerColumn(format: FileFormat): string {
  return named(format.name.replace(/s$/, ''));
}

/** Whether one of the file's rows is built in: the group of all companies. */
export function hasBuiltIn(format: FileFormat): boolean {
  return format.columns.some(({ name }) => name === 'allCompanies');
}

/**
 * Makes the references of the rows with these keys the ones that their cells list. Resolves to the keys of the rows for
 * which that changed anything. People whom the bundle's users.csv does not know keep their place in the built-in groups
 * of all companies: a bundle cannot speak of them, and whoever imports one must not shut themselves out.
 */
export async function writeReferences(
  tx: Kysely<Tables>,
  workspace: string,
  format: FileFormat,
  column: Column,
  keys: readonly string[],
  cells: readonly (string | null)[],
  people: ReadonlySet<string> | null,
): Promise<string[]> {
  if (column.type.kind !== 'references') throw new Error(`${column.name} holds no references`);
  const { through } = column.type;
  const [owner, item] = [ownerColumn(format), named(column.type.column)];
  const pairs = cells.flatMap((cell, i) =>
    cell === null ? [] : listEntries(cell)!.map((entry) => [keys[i]!, entry] as const),
  );
  const stay = hasBuiltIn(format) && column.type.to === 'users' && people !== null;
  // rows of a company carry it, so that row-level security only compares
  const ofCompany = format.columns.some(({ name }) => name === 'company');
  const sql = `with listed as (select * from unnest($3::text[], $4::text[]) as l (owner, item)),
    gone as (
      delete from ${through} j where workspace_id = $1 and ${owner} = any ($2::text[])
        and not exists (select from listed l where l.owner = j.${owner} and l.item = j.${item})
        ${stay ? `and (${owner} <> '${ALL_COMPANIES}' or ${item} = any ($5::text[]))` : ''}
      returning ${owner} as key),
    come as (
      insert into ${through} (workspace_id, ${owner}, ${item}${ofCompany ? ', company' : ''})
      select $1, l.owner, l.item${ofCompany ? ', o.company' : ''} from listed l
        ${ofCompany ? `join ${format.name} o on o.workspace_id = $1 and o.key = l.owner` : ''}
      on conflict do nothing returning ${owner} as key)
    select key from gone union select key from come`;
  const changed = await query<{ key: string }>(tx, sql, [
    workspace,
    arrayLiteral(keys),
    arrayLiteral(pairs.map(([key]) => key)),
    arrayLiteral(pairs.map(([, entry]) => entry)),
    ...(stay ? [arrayLiteral([...people])] : []),
  ]);
  return changed.map(({ key }) => key);
}
