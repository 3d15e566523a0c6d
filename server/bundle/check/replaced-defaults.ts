import { BUNDLE_FILES, type Column, type FileFormat } from '../../../contract/bundle/format.ts';
import { shown } from '../errors.ts';
import { identityColumns, named, query } from '../sql.ts';
import { type BundleInCheck, identityOf } from './file-in-check.ts';

/**
 * The first bands or statuses of a workspace replace the defaults. What the workspace keeps may name one of the defaults:
 * the bundle then has to have it too, or to change those rows.
 */
export async function checkReplacedDefaults(bundle: BundleInCheck): Promise<void> {
  for (const target of BUNDLE_FILES.filter(({ defaults }) => defaults.length > 0)) {
    const given = bundle.files.get(target.name);
    if (!given || given.rows === 0 || (await hasRows(bundle, target))) continue;
    for (const format of BUNDLE_FILES)
      for (const column of format.columns)
        if (column.type.kind === 'reference' && column.type.to === target.name)
          await checkKeptNames(bundle, target, format, column);
  }
}

function hasRows(bundle: BundleInCheck, format: FileFormat): Promise<boolean> {
  return bundle.ask(async (tx, workspace) => {
    const sql = `select exists (select from ${format.name} where workspace_id = $1) as found`;
    const [row] = await query<{ found: boolean }>(tx, sql, [workspace]);
    return row!.found;
  });
}

async function checkKeptNames(bundle: BundleInCheck, target: FileFormat, format: FileFormat, column: Column) {
  const names = bundle.files.get(target.name)!.lines;
  const rewritten = bundle.files.get(format.name);
  const changesIt = rewritten?.columns.some(({ name }) => name === column.name);
  const parts = identityColumns(format)
    .map((part) => `${named(part)}::text`)
    .join(', ');
  const sql = `select array[${parts}] as identity, ${named(column.column)} as name from ${format.name}
    where workspace_id = $1 and ${named(column.column)} is not null order by 1`;
  const kept = await bundle.ask((tx, workspace) =>
    query<{ identity: string[]; name: string }>(tx, sql, [workspace]),
  );
  for (const { identity, name } of kept) {
    if (names.has(identityOf([name])) || (changesIt && rewritten?.lines.has(identityOf(identity)))) continue;
    const where = `${format.name} ${identity.map(shown).join(' ')}`;
    bundle.log.of(`${target.name}.csv`)(
      1,
      1,
      `lacks ${shown(name)}, which ${where} of the workspace names; expected a row of it`,
    );
  }
}
