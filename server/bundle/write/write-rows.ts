import type { Kysely } from 'kysely';
import type { FileFormat } from '../../../contract/bundle/format.ts';
import type { Tables } from '../../platform/database/tables.ts';
import type { PresentColumn } from '../header.ts';
import type { Row } from '../read-table.ts';
import { columnLiteral } from './column-literals.ts';
import { freeEmails } from './free-emails.ts';
import { writeReferences } from './references.ts';
import { upsert, upsertNamingKeys, type Written } from './upsert.ts';

/** A file while it is written. */
export interface FileInWriting {
  readonly workspace: string;
  readonly format: FileFormat;
  /** Those that the file has. */
  readonly columns: readonly PresentColumn[];
  readonly fresh: boolean;
  /** The users that the bundle knows: keys of its users.csv as they are written; null without that file. */
  readonly people: Set<string> | null;
}

/** Writes some rows of a file, and what they list of other files. */
export async function writeRows(
  tx: Kysely<Tables>,
  { workspace, format, columns, fresh, people }: FileInWriting,
  rows: readonly Row[],
): Promise<Written> {
  const valuesOf = (column: PresentColumn) => {
    const index = columns.indexOf(column);
    return rows.map(({ values }) => values[index] ?? null);
  };
  const lists = columns.filter(({ type }) => type.kind === 'references');
  const plain = columns.filter(({ type }) => type.kind !== 'references');
  const literals = plain.map((column) => columnLiteral(column.type, valuesOf(column)));
  if (format.name === 'users') {
    const literal = (name: string) => literals[plain.findIndex((column) => column.name === name)]!;
    for (const { values } of rows) people?.add(values[0]!);
    await freeEmails(tx, workspace, literal('key'), literal('email'));
  }
  const batch = { workspace, format, columns: plain, literals, fresh };
  if (lists.length === 0) return upsert(tx, batch);

  const { created, updated } = await upsertNamingKeys(tx, batch);
  const keys = rows.map(({ values }) => values[0]!);
  for (const list of lists) {
    const changed = await writeReferences(tx, workspace, format, list, keys, valuesOf(list), people);
    for (const key of changed) if (!created.has(key)) updated.add(key);
  }
  return { created: created.size, updated: updated.size };
}
