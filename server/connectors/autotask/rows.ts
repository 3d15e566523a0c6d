import type { Instant, RecordFields, RecordKind } from '../../../domain/sync/records.ts';
import type { Page, RowProblem, SourceRecord } from '../connector.ts';
import type { Mapped } from './map.ts';

/** An entity of shapes.ts, by the rows that it holds. */
export interface RowEntity<Row> {
  readonly name: string;
  readonly fields: readonly string[];
  parse(raw: unknown): Row | null;
}

export interface ParsedRows<Row> {
  /** Each with an id of its own: of rows with the same one, the last. */
  readonly rows: readonly Row[];
  readonly problems: readonly RowProblem[];
}

/** Rows that can be told apart; the others are problems. */
export function parseRows<Row extends { readonly id: string | null }>(
  entity: RowEntity<Row>,
  raw: readonly unknown[],
): ParsedRows<Row & { readonly id: string }> {
  const rows = new Map<string, Row & { readonly id: string }>();
  const problems: RowProblem[] = [];
  for (const value of raw) {
    const row = entity.parse(value);
    if (row !== null && row.id !== null) rows.set(row.id, { ...row, id: row.id });
    else problems.push({ id: null, message: `${entity.name}: ${shown(value)}, expected a row with an id` });
  }
  return { rows: [...rows.values()], problems };
}

/** A page of records; a row that cannot be one is a problem. */
export function pageOf<Row extends { readonly id: string }>(
  { rows, problems }: ParsedRows<Row>,
  next: string | null,
  {
    toFields,
    updatedAt = () => null,
    idOf = ({ id }) => id,
  }: {
    readonly toFields: (row: Row) => Mapped<RecordFields[RecordKind]>;
    readonly updatedAt?: (row: Row) => Instant | null;
    readonly idOf?: (row: Row) => string;
  },
): Page {
  const records: SourceRecord[] = [];
  const unreadable: RowProblem[] = [...problems];
  for (const row of rows) {
    const fields = toFields(row);
    if (typeof fields === 'string') unreadable.push({ id: idOf(row), message: fields });
    else records.push({ id: idOf(row), fields, updatedAt: updatedAt(row) });
  }
  return { records, next, problems: unreadable };
}

/** The ids that are there, each once. */
export function referred(ids: readonly (string | null | undefined)[]): readonly string[] {
  return [...new Set(ids.filter((id): id is string => typeof id === 'string'))];
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? String(value)).slice(0, 60);
}
