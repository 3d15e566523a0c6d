import type { AlignmentBulkChange, AlignmentRow } from '../../contract/alignment.ts';

/** What a person can set in a cell of the grid. */
export type CellField = keyof AlignmentBulkChange;

/** What is set in a field by hand; null: it follows the rules. */
export type TypedValue = string | number | boolean | null;

/** What is set by hand in a field of a row, as a change would set it again; null where it follows the rules. */
export function typedValue(row: AlignmentRow, field: CellField): TypedValue {
  switch (field) {
    case 'applicable':
      return row.applicableSource === 'typed' ? row.applicable : null;
    case 'currentProduct':
      return row.currentProductSource === 'typed' ? (row.currentProduct?.id ?? 'none') : null;
    case 'opportunityProduct':
      return row.opportunityProductSource === 'typed' ? (row.opportunityProduct?.id ?? null) : null;
    case 'alignment':
      return row.alignmentSource === 'typed' ? row.alignment : null;
    case 'agreementInclusion':
      return row.agreementInclusionSource === 'typed' ? row.agreementInclusion : null;
    case 'mrrOpportunity':
    case 'oneTimeOpportunity':
      return row[field].source === 'typed' ? row[field].amount : null;
    case 'currentMrr':
      return row.currentMrrSource === 'typed' ? row.currentMrr : null;
    case 'provider':
    case 'threat':
      return row[field];
  }
}

/** Whether a person has set the field, so that it can be given back to the rules. */
export const isTyped = (row: AlignmentRow, field: CellField): boolean =>
  field !== 'provider' && field !== 'threat' && typedValue(row, field) !== null;
