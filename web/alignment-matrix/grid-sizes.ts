/** The measures of the matrix in pixels. All cells are of one size, so that a place follows from a point and back. */
export interface GridSizes {
  readonly headWidth: number;
  readonly headHeight: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
}

export const WIDE: GridSizes = { headWidth: 236, headHeight: 84, cellWidth: 104, cellHeight: 36 };
/** On a phone three cells stand beside their heads. */
export const NARROW: GridSizes = { headWidth: 124, headHeight: 76, cellWidth: 78, cellHeight: 42 };
