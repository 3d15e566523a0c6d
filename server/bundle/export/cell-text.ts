import type { CellType } from '../../../contract/bundle/cell-types.ts';
import type { Column, FileFormat } from '../../../contract/bundle/format.ts';
import { amountOf, shortDecimal } from '../cells/decimal.ts';
import { withFraction } from '../cells/instant.ts';
import { listText } from '../cells/list.ts';
import { answersText, choicesText, pointsBandsText } from '../cells/metric-lists.ts';
import { named } from '../sql.ts';
import { ownerColumn } from '../write/references.ts';

/** What to select of the table `t` for a column: text, or an array of texts for lists. */
export function cellExpression(format: FileFormat, { column, type }: Column): string {
  const stored = `t.${named(column)}`;
  switch (type.kind) {
    case 'date':
      return `to_char(${stored}, 'YYYY-MM-DD')`;
    case 'time':
      return `to_char(${stored} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`;
    case 'list':
      return stored;
    case 'references':
      return `(select array_agg(j.${named(type.column)}) from ${type.through} j
        where j.workspace_id = t.workspace_id and j.${ownerColumn(format)} = t.key)`;
    default:
      return `${stored}::text`;
  }
}

/** The canonical text of what was selected. */
export function cellText(type: CellType, value: string | readonly string[] | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return listText(value);
  switch (type.kind) {
    case 'money':
      return amountOf(value);
    case 'decimal':
      return shortDecimal(value) ?? value;
    case 'time':
      return withFraction(value.slice(0, 19), value.slice(20));
    case 'pointsBands':
      return pointsBandsText(JSON.parse(value));
    case 'choices':
      return choicesText(JSON.parse(value));
    case 'answers':
      return answersText(JSON.parse(value));
    default:
      return value;
  }
}
