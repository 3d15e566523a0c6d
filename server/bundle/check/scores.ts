import { compareDecimals } from '../cells/decimal.ts';
import { shown } from '../errors.ts';
import { query } from '../sql.ts';
import {
  type BundleInCheck,
  cellAccess,
  type FileInCheck,
  identityOf,
  type RowRule,
} from './file-in-check.ts';
import { storedMetrics } from './metrics.ts';

/** A score has at most the points that its metric, of the bundle or else of the workspace, allows. */
export async function scoreRule(
  file: FileInCheck,
  metrics: string,
  maxScores: ReadonlyMap<string, string>,
): Promise<RowRule> {
  const stored = new Map<string, string>();
  for (const { key, maxScore } of await storedMetrics(metrics, file.bundle.ask)) stored.set(key, maxScore);
  const metric = cellAccess(file.columns, 'metric');
  const points = cellAccess(file.columns, 'points');
  return {
    row(row) {
      const [of, given] = [metric.of(row), points.of(row)];
      if (typeof of !== 'string' || typeof given !== 'string') return;
      const maxScore = maxScores.get(of) ?? stored.get(of);
      if (maxScore !== undefined && compareDecimals(given, maxScore) > 0)
        file.report(
          row.line,
          points.place,
          `points is ${given}; expected at most ${maxScore}, the maxScore of the metric ${shown(of)}`,
        );
    },
  };
}

/** Scores that the workspace keeps must fit the metrics that the bundle changes. */
export async function checkKeptScores(
  bundle: BundleInCheck,
  scores: string,
  metrics: string,
  maxScores: ReadonlyMap<string, string>,
): Promise<void> {
  const file = bundle.files.get(metrics);
  if (!file || maxScores.size === 0) return;
  const given = bundle.files.get(scores)?.lines;
  const maxScore = cellAccess(file.columns, 'maxScore');
  const sql = `select s.company, s.metric, s.points::text as points, m.max_score::text as "maxScore"
    from ${scores} s join unnest($2::text[], $3::numeric[]) as m (key, max_score) on m.key = s.metric
    where s.workspace_id = $1 and s.points > m.max_score order by s.metric, s.company`;
  const beyond = await bundle.ask((tx, workspace) =>
    query<{ company: string; metric: string; points: string; maxScore: string }>(tx, sql, [
      workspace,
      [...maxScores.keys()],
      [...maxScores.values()],
    ]),
  );
  for (const { company, metric, points, maxScore: allowed } of beyond) {
    if (given?.has(identityOf([company, metric]))) continue;
    const line = file.lines.get(identityOf([metric])) ?? 1;
    bundle.log.of(`${metrics}.csv`)(
      line,
      maxScore.place,
      `maxScore is ${allowed}, but ${shown(company)} has ${points} points; expected at least as much, or a new score for it`,
    );
  }
}
