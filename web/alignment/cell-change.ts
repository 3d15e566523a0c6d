import type { AlignmentChange, AlignmentRow } from '../../contract/alignment.ts';
import type { Conflict } from '../api/conflict.ts';
import { type CellField, type TypedValue, typedValue } from './typed-values.ts';

/** A change on its way to the server, or stuck there. */
export interface PendingChange {
  readonly id: number;
  /** The row as it was seen when it was changed. */
  readonly seen: AlignmentRow;
  /** The ETag under which it was seen; that of the first change on its way, as those stand over what others have set. */
  readonly base: string;
  readonly change: AlignmentChange;
  /** Why the server did not take it; null: it may still. */
  readonly refused: unknown;
}

/** A change of a field that somebody else has set meanwhile, to something else: to be decided. */
export interface CellClash extends Conflict<AlignmentRow> {
  readonly pending: PendingChange;
  readonly fields: readonly CellField[];
}

/** What was set by hand in some fields of a cell before and after a change. */
export interface CellStep {
  readonly stackItem: string;
  readonly before: Readonly<Partial<Record<CellField, TypedValue>>>;
  readonly after: Readonly<Partial<Record<CellField, TypedValue>>>;
}

/** The fields that a change sets; a product by its name is the current product. */
export const fieldsOf = (change: AlignmentChange): readonly CellField[] =>
  Object.entries(change).flatMap(([name, value]) =>
    value === undefined ? [] : [name === 'currentProductName' ? 'currentProduct' : (name as CellField)],
  );

/** A change without some of its fields; null: nothing is left of it. */
export function withoutFields(change: AlignmentChange, fields: readonly CellField[]): AlignmentChange | null {
  const { currentProductName: name, ...rest } = change;
  const left = Object.entries(rest).filter(([field]) => !fields.includes(field as CellField));
  const kept = {
    ...Object.fromEntries(left),
    ...(name === undefined || fields.includes('currentProduct') ? {} : { currentProductName: name }),
  };
  return fieldsOf(kept).length > 0 ? kept : null;
}

export function stepOf(before: AlignmentRow, after: AlignmentRow, change: AlignmentChange): CellStep {
  const fields = fieldsOf(change);
  const typedIn = (row: AlignmentRow) =>
    Object.fromEntries(fields.map((field) => [field, typedValue(row, field)]));
  return { stackItem: before.stackItem.id, before: typedIn(before), after: typedIn(after) };
}

/** The fields of a change in which somebody else has set something else than was seen, and than is to be set. */
export function clashingFields({ seen, change }: PendingChange, current: AlignmentRow): readonly CellField[] {
  return fieldsOf(change).filter((field) => {
    const theirs = typedValue(current, field);
    return theirs !== typedValue(seen, field) && theirs !== (change[field] ?? null);
  });
}

/** The fields in which two states of a row differ. */
export const changedBetween = (before: AlignmentRow, after: AlignmentRow): readonly CellField[] =>
  CELL_FIELDS.filter((field) => typedValue(before, field) !== typedValue(after, field));

const CELL_FIELDS: readonly CellField[] = [
  'applicable',
  'currentProduct',
  'opportunityProduct',
  'alignment',
  'agreementInclusion',
  'mrrOpportunity',
  'oneTimeOpportunity',
  'currentMrr',
  'provider',
  'threat',
];
