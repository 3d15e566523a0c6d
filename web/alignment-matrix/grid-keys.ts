import { HEAD, type Place, type Size } from './selection.ts';

interface Key {
  readonly key: string;
  /** Control, or Command on a Mac: as far as it goes. */
  readonly far: boolean;
}

/** Where a key leads from a place (heads included); null: it is no key that leads anywhere. `page`: rows in sight. */
export function placeAfter({ key, far }: Key, from: Place, size: Size, page: number): Place | null {
  const { row, column } = from;
  const to = (nextRow: number, nextColumn: number): Place => ({
    row: Math.max(HEAD, Math.min(nextRow, size.rows - 1)),
    column: Math.max(HEAD, Math.min(nextColumn, size.columns - 1)),
  });
  const first = (length: number) => Math.min(0, length - 1);
  const [lastRow, lastColumn] = [size.rows - 1, size.columns - 1];
  switch (key) {
    case 'ArrowUp':
      return to(far ? first(size.rows) : row - 1, column);
    case 'ArrowDown':
      return to(far ? lastRow : row + 1, column);
    case 'ArrowLeft':
      return to(row, far ? first(size.columns) : column - 1);
    case 'ArrowRight':
      return to(row, far ? lastColumn : column + 1);
    case 'PageUp':
      return to(row === HEAD ? HEAD : Math.max(first(size.rows), row - page), column);
    case 'PageDown':
      return to(row + page, column);
    case 'Home':
      return to(far ? first(size.rows) : row, first(size.columns));
    case 'End':
      return to(far ? lastRow : row, lastColumn);
    default:
      return null;
  }
}
