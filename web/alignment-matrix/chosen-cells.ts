import type { Axes } from './axes.ts';
import type { Range } from './selection.ts';

/** Cells of one company, as the API takes them. */
export interface CompanyCells {
  readonly company: string;
  readonly stackItems: string[];
}

/** The cells of a range, company by company. */
export function chosenCells({ rows, columns }: Axes, range: Range): readonly CompanyCells[] {
  const [down, across] = [
    rows.slice(range.top, range.bottom + 1),
    columns.slice(range.left, range.right + 1),
  ];
  const [companies, items] = rows[0]?.kind === 'company' ? [down, across] : [across, down];
  return companies.map(({ id }) => ({ company: id, stackItems: items.map((item) => item.id) }));
}

/** How many cells of a range are in the figures, and their opportunity in cents. */
export function figuresIn(
  axes: Axes,
  { top, bottom, left, right }: Range,
): { readonly counted: number; readonly amount: number } {
  let [counted, amount] = [0, 0];
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const { band, mrr, oneTime } = axes.cell(row, column);
      if (band < 0) continue;
      counted++;
      amount += mrr + oneTime;
    }
  }
  return { counted, amount };
}

/** The same cells in parts of at most so many, each as full as it can be. */
export function inParts(cells: readonly CompanyCells[], most: number): readonly (readonly CompanyCells[])[] {
  const parts: CompanyCells[][] = [];
  let room = 0;
  for (const { company, stackItems } of cells) {
    for (let from = 0; from < stackItems.length; ) {
      if (room === 0) {
        parts.push([]);
        room = most;
      }
      const some = stackItems.slice(from, from + room);
      parts.at(-1)!.push({ company, stackItems: some });
      from += some.length;
      room -= some.length;
    }
  }
  return parts;
}

export const cellsIn = (cells: readonly CompanyCells[]): number =>
  cells.reduce((sum, { stackItems }) => sum + stackItems.length, 0);
