import type { AlignmentRow, AlignmentSaved } from '../../contract/alignment.ts';
import type { AlignmentMatrix } from '../../contract/alignment-matrix.ts';
import type { MatrixCell } from './axes.ts';
import type { Asked } from './queries.ts';

type Matrix = AlignmentMatrix;

/**
 * The matrix with what the server answered to the change of a company's cell: the cell, those of its group, and the sums
 * over them. Who passes the filters now, and the alignment over some stack items only, the next look at the server says.
 */
export function patchedMatrix(matrix: Matrix, asked: Asked, company: string, saved: AlignmentSaved): Matrix {
  const at = matrix.companies.findIndex(({ id }) => id === company);
  if (at < 0) return matrix;
  return [saved, ...saved.sameGroup].reduce(
    (patched, row) => withCell(patched, at, row, asked.weighted),
    withAlignment(matrix, at, asked, saved.totals.percent),
  );
}

function withAlignment(matrix: Matrix, at: number, { stackItem }: Asked, alignment: number | null): Matrix {
  if (stackItem.length > 0) return matrix;
  return { ...matrix, companies: matrix.companies.with(at, { ...matrix.companies[at]!, alignment }) };
}

function withCell(matrix: Matrix, at: number, row: AlignmentRow, weighted: boolean): Matrix {
  const index = matrix.stackItems.findIndex(({ id }) => id === row.stackItem.id);
  const item = matrix.stackItems[index];
  if (!item) return matrix;
  const top = matrix.bands.length - 1;
  const { cells } = item;
  const was: MatrixCell = {
    band: cells.band[at]!,
    alignment: cells.alignment[at]!,
    mrr: cells.mrr[at]!,
    oneTime: cells.oneTime[at]!,
  };
  const now = cellOf(matrix, row, weighted);
  const sums = <S extends Sums>(of: S): S => ({
    ...of,
    mrr: of.mrr + now.mrr - was.mrr,
    oneTime: of.oneTime + now.oneTime - was.oneTime,
    applicable: of.applicable + Number(now.band >= 0) - Number(was.band >= 0),
    aligned: of.aligned + Number(now.band === top) - Number(was.band === top),
  });
  const patched = {
    ...sums(item),
    cells: {
      band: cells.band.with(at, now.band),
      alignment: cells.alignment.with(at, now.alignment),
      mrr: cells.mrr.with(at, now.mrr),
      oneTime: cells.oneTime.with(at, now.oneTime),
    },
  };
  return {
    ...matrix,
    companies: matrix.companies.with(at, sums(matrix.companies[at]!)),
    stackItems: matrix.stackItems.with(index, patched),
    totals: sums(matrix.totals),
  };
}

interface Sums {
  readonly mrr: number;
  readonly oneTime: number;
  readonly applicable: number;
  readonly aligned: number;
}

function cellOf({ bands }: Matrix, row: AlignmentRow, weighted: boolean): MatrixCell {
  if (!row.counts) return { band: -1, alignment: 0, mrr: 0, oneTime: 0 };
  const amount = weighted ? 'weighted' : 'amount';
  return {
    band: bands.findIndex(({ name }) => name === row.band.name),
    alignment: row.alignment,
    mrr: row.mrrOpportunity[amount],
    oneTime: row.oneTimeOpportunity[amount],
  };
}
