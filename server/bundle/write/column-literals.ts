import type { CellType } from '../../../contract/bundle/cell-types.ts';
import { quotedItem } from '../cells/read-cell.ts';

/** The type under which the values of a column travel to the database. */
export function sqlType(type: CellType): string {
  switch (type.kind) {
    case 'money':
    case 'integer':
      return 'bigint';
    case 'decimal':
      return 'numeric';
    case 'date':
      return 'date';
    case 'time':
      return 'timestamptz';
    case 'boolean':
      return 'boolean';
    default:
      return 'text';
  }
}

/** What makes of a value that travelled as text what the table keeps. */
export function sqlCast(type: CellType): string {
  if (type.kind === 'list') return '::text[]';
  return ['pointsBands', 'choices', 'answers'].includes(type.kind) ? '::jsonb' : '';
}

/** The values of one column as the array that PostgreSQL reads; null where every value is null. */
export function columnLiteral(type: CellType, values: readonly (string | null)[]): string | null {
  if (values.every((value) => value === null)) return null;
  const item = sqlType(type) === 'text' ? quotedItem : (value: string) => value;
  return `{${values.map((value) => (value === null ? 'NULL' : item(value))).join(',')}}`;
}
