import { type FileFormat, fileFormat } from '../../../contract/bundle/format.ts';
import { listEntries } from '../cells/list.ts';
import { shown } from '../errors.ts';
import type { PresentColumn } from '../header.ts';
import { named, query } from '../sql.ts';
import {
  type BundleInCheck,
  cellAccess,
  type FileInCheck,
  identityOf,
  type RowRule,
} from './file-in-check.ts';

/** A reference names a row of this bundle, of the workspace, or of the defaults while there are no others. */
export async function referenceRule(file: FileInCheck, column: PresentColumn): Promise<RowRule> {
  const { type } = column;
  if (type.kind !== 'reference' && type.kind !== 'references')
    throw new Error(`${column.name} is no reference`);
  const target = fileFormat(type.to)!;
  const knows = file.bundle.knows.get(target.name) ?? (await knownRows(file.bundle, target));
  file.bundle.knows.set(target.name, knows);
  const cell = cellAccess(file.columns, column.name);
  const or = type.kind === 'reference' ? type.or : undefined;
  const check = (line: number, key: string) => {
    if (knows(key) || key === or) return;
    const expected = `the ${target.identity[0]} of a row of ${target.name}.csv or of the workspace${or ? `, or ${or}` : ''}`;
    file.report(
      line,
      column.place,
      `${column.name} names ${shown(key)}, which is unknown; expected ${expected}`,
    );
  };
  return {
    row(row) {
      const value = cell.of(row);
      if (typeof value !== 'string') return;
      if (type.kind === 'reference') check(row.line, value);
      else for (const key of listEntries(value) ?? []) check(row.line, key);
    },
  };
}

async function knownRows(bundle: BundleInCheck, target: FileFormat): Promise<(key: string) => boolean> {
  const checked = bundle.files.get(target.name);
  if (checked && !checked.complete) return () => true;
  const stored = new Set(await storedIdentities(bundle, target));
  const none = stored.size === 0 && (checked?.rows ?? 0) === 0;
  const defaults = new Set(none ? target.defaults : []);
  return (key) => checked?.lines.has(identityOf([key])) || stored.has(key) || defaults.has(key);
}

/** The first column that tells rows apart, of every row that the workspace holds. */
function storedIdentities(bundle: BundleInCheck, format: FileFormat): Promise<string[]> {
  return bundle.ask(async (tx, workspace) => {
    const sql = `select ${named(format.identity[0]!)} as identity from ${format.name} where workspace_id = $1`;
    const rows = await query<{ identity: string }>(tx, sql, [workspace]);
    return rows.map(({ identity }) => identity);
  });
}
