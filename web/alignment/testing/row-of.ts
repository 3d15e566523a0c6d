import { type AlignmentRow, listAlignments } from '../../../contract/alignment.ts';

/** A row of a grid for tests: the contract's example under another item's name, with these values. */
export function rowOf(id: string, values: Partial<AlignmentRow> = {}): AlignmentRow {
  const [example] = listAlignments.examples.response!.rows;
  return { ...example!, stackItem: { id, name: id }, etag: `"${id}"`, ...values };
}
