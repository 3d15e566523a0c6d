import type { SheetImport } from '../../contract/spreadsheets.ts';
import type { DateOrder, DecimalMark } from '../../domain/spreadsheets/read-cell.ts';
import { SHEET_KIND_NAMES, type SheetKindName, sheetKind } from '../../domain/spreadsheets/sheet-kinds.ts';
import { suggestedMapping } from '../../domain/spreadsheets/suggested-mapping.ts';

/** What somebody says of a sheet before it is brought in. */
export interface SheetChoices {
  readonly kind: SheetKindName;
  readonly mapping: readonly (string | null)[];
  readonly dates: DateOrder;
  readonly decimals: DecimalMark;
  /** The import whose columns were the same, which these are from. */
  readonly from: SheetImport | null;
}

/**
 * What a sheet with these headings most likely is: as the last import with the same ones was read, else the kind that
 * most of the headings fit (the first of several), with their columns mapped by what they say.
 */
export function firstChoices(headings: readonly string[], imports: readonly SheetImport[]): SheetChoices {
  const from = imports.find((made) => JSON.stringify(made.headings) === JSON.stringify(headings));
  if (from) {
    const { kind, mapping, dates, decimals } = from;
    return { kind, mapping, dates, decimals, from };
  }
  const fitting = SHEET_KIND_NAMES.map((kind) => choicesOf(kind, headings)).sort(
    (a, b) => suits(b) - suits(a),
  );
  return { ...fitting[0]!, dates: 'month_first', decimals: 'point', from: null };
}

/** The columns mapped anew for another kind. */
export const choicesOf = (kind: SheetKindName, headings: readonly string[]) => ({
  kind,
  mapping: suggestedMapping(headings, sheetKind(kind).fields),
});

/** Columns that are mapped, less what a new row would lack. */
function suits({ kind, mapping }: ReturnType<typeof choicesOf>): number {
  const lacking = sheetKind(kind).fields.filter(({ name, required }) => required && !mapping.includes(name));
  return mapping.filter((name) => name !== null).length - 3 * lacking.length;
}

/** Labels of fields that every new row needs and no column fills. */
export const lackingFields = ({ kind, mapping }: Pick<SheetChoices, 'kind' | 'mapping'>): readonly string[] =>
  sheetKind(kind)
    .fields.filter(({ name, required }) => required && !mapping.includes(name))
    .map(({ label }) => label);
