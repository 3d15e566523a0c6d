import { compareDecimals } from '../cells/decimal.ts';
import { cellAccess, type FileInCheck, type RowRule } from './file-in-check.ts';

/** An assessment has a score, unless its status says how it can be without one: in progress, or finished with nothing to score. */
export function assessmentRule(file: FileInCheck): RowRule {
  const score = cellAccess(file.columns, 'score');
  const status = cellAccess(file.columns, 'status');
  return {
    row(row) {
      const [given, stands] = [score.of(row), status.of(row)];
      const bare = !status.present || stands === null;
      if (bare && (!score.present || given === null))
        file.report(row.line, score.place, 'score is empty; expected a number from 0 to 100');
      if (typeof given === 'string' && stands === 'in_progress')
        file.report(
          row.line,
          score.place,
          `score is ${given}; expected none while the status is in_progress`,
        );
    },
  };
}

/** An answer gives at most the points that were possible, and none where the question does not apply. */
export function answerRule(file: FileInCheck): RowRule {
  const points = cellAccess(file.columns, 'points');
  const possible = cellAccess(file.columns, 'possible');
  return {
    row(row) {
      const [got, most] = [points.of(row), possible.of(row)];
      if (typeof got === 'string' && typeof most === 'string' && compareDecimals(got, most) > 0)
        file.report(row.line, points.place, `points is ${got}; expected at most ${most}, what is possible`);
    },
  };
}
