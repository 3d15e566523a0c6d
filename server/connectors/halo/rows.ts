import type { z } from 'zod';
import type { RecordFields, RecordKind } from '../../../domain/sync/records.ts';
import type { Page, RowProblem, SourceRecord } from '../connector.ts';

type Identified<Row> = Row & { readonly id: string };

/** Rows that could be read, and what is wrong with the others. */
export interface Rows<Row> {
  readonly rows: readonly Identified<Row>[];
  readonly problems: readonly RowProblem[];
}

/** Rows of a shape. One without an id is a problem; `idOf` finds the id where it is not the row's own. */
export function parseRows<Row extends { readonly id: string | null }>(
  shape: z.ZodType<Row>,
  answered: readonly unknown[],
  idOf: (row: Row) => string | null = (row) => row.id,
): Rows<Row> {
  const rows: Identified<Row>[] = [];
  const problems: RowProblem[] = [];
  for (const raw of answered) {
    const { data } = shape.safeParse(raw);
    const id = data ? idOf(data) : null;
    if (data && id !== null) rows.push({ ...data, id });
    else problems.push({ id: null, message: `A row without an id: ${JSON.stringify(raw).slice(0, 100)}` });
  }
  return { rows, problems };
}

/** `map` answers with the fields, null for a row that is none of the kind, or a text: why it could not be read. */
export function pageOf<K extends RecordKind, Row>(
  { rows, problems }: Rows<Row>,
  map: (row: Identified<Row>) => RecordFields[K] | string | null,
  updatedAt: (row: Row) => string | null,
): Page {
  const records: SourceRecord<K>[] = [];
  const unread: RowProblem[] = [];
  for (const row of rows) {
    const fields = map(row);
    if (typeof fields === 'string') unread.push({ id: row.id, message: fields });
    else if (fields !== null) records.push({ id: row.id, fields, updatedAt: updatedAt(row) });
  }
  return { records, problems: [...problems, ...unread], next: null };
}

/**
 * The next so many of what was read as a whole, by their ids; `after` is the last one that was handed over, so that reading goes
 * on rightly though the whole has been read again since.
 */
export function piece<T>(
  all: readonly T[],
  idOf: (one: T) => string,
  after: string | null,
  size: number,
): { readonly some: readonly T[]; readonly next: string | null } {
  const left = all
    .filter((one) => after === null || idOf(one) > after)
    .sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  const some = left.slice(0, size);
  return { some, next: left.length > size ? idOf(some.at(-1)!) : null };
}
