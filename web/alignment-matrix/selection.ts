/** Where one stands: counted from 0; -1 is the head of a row or column (both: the corner). */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** A rectangle of cells; the bounds are in it. */
export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface Selection {
  /** Where the keyboard is. */
  readonly active: Place;
  /** The corner from which a range is drawn out. */
  readonly anchor: Place;
  /** Null: nothing is selected. */
  readonly range: Range | null;
}

export const HEAD = -1;

/** The first cell, or the corner of a matrix without any. */
export function startOf({ rows, columns }: Size): Selection {
  const place = { row: Math.min(0, rows - 1), column: Math.min(0, columns - 1) };
  return moveTo(place);
}

export const moveTo = (place: Place): Selection => ({ active: place, anchor: place, range: null });

/** The range from the anchor to a place; a head at either end takes whole rows or columns. */
export const extendTo = ({ anchor }: Selection, place: Place, size: Size): Selection => ({
  active: place,
  anchor,
  range: rangeBetween(anchor, place, size),
});

/** A cell alone, a whole row or column by its head, everything by the corner. */
export const take = (place: Place, size: Size): Selection => ({
  active: place,
  anchor: place,
  range: rangeBetween(place, place, size),
});

function rangeBetween(a: Place, b: Place, { rows, columns }: Size): Range | null {
  if (rows === 0 || columns === 0) return null;
  const [top, bottom] = span(a.row, b.row, rows);
  const [left, right] = span(a.column, b.column, columns);
  return { top, bottom, left, right };
}

function span(a: number, b: number, length: number): readonly [number, number] {
  return a === HEAD || b === HEAD ? [0, length - 1] : [Math.min(a, b), Math.max(a, b)];
}

export const sizeOf = ({ top, bottom, left, right }: Range): Size => ({
  rows: bottom - top + 1,
  columns: right - left + 1,
});

export const isInside = (place: Place, { rows, columns }: Size): boolean =>
  place.row < rows && place.column < columns;
