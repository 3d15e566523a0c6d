import type { AlignmentRow } from '../../contract/alignment.ts';
import { changedBetween } from './cell-change.ts';
import type { CellField } from './typed-values.ts';

/** What somebody else has changed in a row since it was last seen. */
export interface OthersChange {
  readonly before: AlignmentRow;
  readonly row: AlignmentRow;
  readonly fields: readonly CellField[];
}

/** The rows that others have changed between two looks at a grid; one's own changes, and those told of, are known. */
export function othersChanges(
  before: readonly AlignmentRow[],
  now: readonly AlignmentRow[],
  isKnown: (stackItem: string, etag: string) => boolean,
): readonly OthersChange[] {
  const seen = new Map(before.map((row) => [row.stackItem.id, row]));
  return now.flatMap((row) => {
    const old = seen.get(row.stackItem.id);
    if (!old || old.etag === row.etag || isKnown(row.stackItem.id, row.etag)) return [];
    const fields = changedBetween(old, row);
    return fields.length > 0 ? [{ before: old, row, fields }] : [];
  });
}
