import type { z } from 'zod';
import type { Instant, RecordFields, RecordKind } from '../../../domain/sync/records.ts';
import { ConnectorProblem, type RowProblem } from '../connector.ts';

/** What every row of ConnectWise has. */
interface Row {
  readonly id: string | null;
  readonly _info: { readonly lastUpdated: Instant | null } | null;
}

interface ReadRecord<F> {
  readonly id: string;
  readonly fields: F;
  readonly updatedAt: Instant | null;
}

export interface ReadRows<F> {
  readonly records: readonly ReadRecord<F>[];
  readonly problems: readonly RowProblem[];
}

/**
 * Rows as records. `fieldsOf` answers with the fields, or with what keeps the row from being read: field, value, and what was
 * expected. A row that is there twice is read once.
 */
export function readRows<R extends Row, F extends RecordFields[RecordKind]>(
  rows: readonly unknown[],
  shape: z.ZodType<R>,
  fieldsOf: (row: R, id: string) => F | string,
): ReadRows<F> {
  const records = new Map<string, ReadRecord<F>>();
  const problems: RowProblem[] = [];
  for (const raw of rows) {
    const row = shape.safeParse(raw).data;
    const id = row?.id ?? null;
    if (!row || id === null) {
      problems.push({ id: null, message: `id: ${shown(raw)}, expected a row with a number.` });
      continue;
    }
    const fields = fieldsOf(row, id);
    if (typeof fields === 'string') problems.push({ id, message: fields });
    else records.set(id, { id, fields, updatedAt: row._info?.lastUpdated ?? null });
  }
  return { records: [...records.values()], problems };
}

/** The rows of an answer that lists. */
export function listed(json: unknown, path: string): readonly unknown[] {
  if (Array.isArray(json)) return json;
  throw new ConnectorProblem('answer', `ConnectWise answers ${path} with ${shown(json)}, expected a list.`);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
