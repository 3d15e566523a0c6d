import type { Kysely } from 'kysely';
import type { FileFormat } from '../../../contract/bundle/format.ts';
import type { Tables } from '../../platform/database/tables.ts';
import type { ErrorLog, Report } from '../errors.ts';
import type { PresentColumn } from '../header.ts';
import type { Row } from '../read-table.ts';

/** Puts a question to what the workspace holds already. In an empty database the answer is that of an empty workspace. */
export type Ask = <Answer>(
  question: (tx: Kysely<Tables>, workspace: string) => Promise<Answer>,
) => Promise<Answer>;

/** A bundle while it is checked, file after file in the order of their references. */
export interface BundleInCheck {
  readonly ask: Ask;
  readonly log: ErrorLog;
  /** The files that have been checked. */
  readonly files: ReadonlyMap<string, CheckedFile>;
  /** Whether a file or the workspace has a row with this key, for the files that were asked about so far. */
  readonly knows: Map<string, (key: string) => boolean>;
}

export interface CheckedFile {
  readonly columns: readonly PresentColumn[];
  /** What tells each row apart (see `identityOf`), and the line where it stands; empty where nobody asks for it. */
  readonly lines: ReadonlyMap<string, number>;
  /** False where rows may be missing, so that a reference that is not found says nothing. */
  readonly complete: boolean;
  readonly rows: number;
}

/** A file while its rows are checked. */
export interface FileInCheck {
  readonly format: FileFormat;
  readonly columns: readonly PresentColumn[];
  readonly report: Report;
  readonly bundle: BundleInCheck;
}

/** A rule that holds within a row, between the rows of a file, or between them and what the workspace holds. */
export interface RowRule {
  row(row: Row): void;
  /** After the last row; `complete`: that no row may be missing. */
  end?(complete: boolean): void;
}

/** One value that tells rows apart, or several; NUL can stand in none of them. */
export function identityOf(values: readonly string[]): string {
  let identity = '';
  for (const value of values) identity += `${value}\0`;
  return identity;
}

/** A column of the file being checked. `of` gives undefined where the cell was reported, or the file lacks the column. */
export interface CellAccess {
  readonly present: boolean;
  readonly place: number;
  of(row: Row): string | null | undefined;
}

export function cellAccess(columns: readonly PresentColumn[], name: string): CellAccess {
  const index = columns.findIndex((column) => column.name === name);
  if (index < 0) return { present: false, place: 1, of: () => undefined };
  return { present: true, place: columns[index]!.place, of: (row) => row.values[index] };
}
